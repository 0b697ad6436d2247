import * as api from "#domain/identity/api.ts";
import * as registering from "#domain/identity/register-api.ts";
import { bind, bindPublic } from "#worker/platform/bind.ts";
import { addOrganization } from "./add-organization.ts";
import { askVerification } from "./ask-verification.ts";
import { changeEmail } from "./change-email.ts";
import { changePassword } from "./change-password.ts";
import { confirmEmail } from "./confirm-email.ts";
import { createOrganization } from "./create-organization.ts";
import { forgotPassword } from "./forgot-password.ts";
import { listAuthEvents } from "./list-auth-events.ts";
import { readMe, updateMe } from "./me.ts";
import { refresh } from "./refresh.ts";
import { register } from "./register.ts";
import { resetPassword } from "./reset-password.ts";
import { endOtherSessions, endSession, listSessions } from "./sessions.ts";
import { signInByLink } from "./sign-in-by-link.ts";
import { signIn } from "./sign-in.ts";
import { startRegistration } from "./start-registration.ts";
import { signOut, signOutEverywhere } from "./sign-out.ts";
import { switchOrganization } from "./switch-organization.ts";
import { viewRegistration } from "./registration-link.ts";

export const identityRoutes = [
  bindPublic(registering.startRegistration, (ctx, { body }) => startRegistration(ctx, body)),
  bindPublic(registering.viewRegistration, (ctx, { body }) => viewRegistration(ctx, body)),
  bindPublic(registering.register, (ctx, { body }) => register(ctx, body)),
  bindPublic(registering.addOrganization, (ctx, { body }) => addOrganization(ctx, body)),
  bind(registering.createOrganization, (ctx, { body }) => createOrganization(ctx, body)),
  bindPublic(api.signIn, (ctx, { body }) => signIn(ctx, body)),
  bindPublic(api.signInByLink, (ctx, { body }) => signInByLink(ctx, body)),
  bindPublic(api.refresh, (ctx, { body }) => refresh(ctx, body)),
  bindPublic(api.signOut, (ctx) => signOut(ctx)),
  bind(api.signOutEverywhere, (ctx) => signOutEverywhere(ctx)),
  bind(api.switchOrganization, (ctx, { body }) => switchOrganization(ctx, body)),
  bind(api.readMe, (ctx) => readMe(ctx)),
  bind(api.updateMe, (ctx, { body }) => updateMe(ctx, body)),
  bind(api.listSessions, (ctx) => listSessions(ctx)),
  bind(api.endSession, (ctx, { params }) => endSession(ctx, params.id)),
  bind(api.endOtherSessions, (ctx) => endOtherSessions(ctx)),
  bind(api.listAuthEvents, (ctx, { query }) => listAuthEvents(ctx, query)),
  bind(api.askVerification, (ctx) => askVerification(ctx)),
  bindPublic(api.confirmEmail, (ctx, { body }) => confirmEmail(ctx, body)),
  bind(api.changeEmail, (ctx, { body }) => changeEmail(ctx, body)),
  bind(api.changePassword, (ctx, { body }) => changePassword(ctx, body)),
  bindPublic(api.forgotPassword, (ctx, { body }) => forgotPassword(ctx, body)),
  bindPublic(api.resetPassword, (ctx, { body }) => resetPassword(ctx, body)),
];
