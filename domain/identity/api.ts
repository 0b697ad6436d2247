import { z } from "zod";
import { FactorAsked } from "#domain/factors/model.ts";
import { defineRoute } from "#domain/route.ts";
import { EVENT_GROUPS } from "./event-groups.ts";
import {
  AuthEvent,
  AuthEventId,
  Email,
  EmailConfirmed,
  Language,
  LinkToken,
  Me,
  Name,
  NewPassword,
  OrganizationId,
  Session,
  SessionId,
  SignedIn,
  TypedPassword,
} from "./model.ts";

const Nothing = z.undefined();

export const signIn = defineRoute({
  method: "post",
  path: "/auth/sign-in",
  permission: "public",
  summary: "Sign in with email and password; who has a second factor is asked for it next",
  body: z.strictObject({ email: Email, password: TypedPassword }),
  output: z.union([SignedIn, FactorAsked]),
  errors: ["auth.invalid_credentials", "permission.denied", "organization.unavailable"],
  idempotencyKey: false,
});

export const signInByLink = defineRoute({
  method: "post",
  path: "/auth/link",
  permission: "public",
  summary: "Sign in with a single-use link; who has a second factor is asked for it next",
  body: z.strictObject({ token: LinkToken }),
  output: z.union([SignedIn, FactorAsked]),
  errors: ["auth.link_invalid", "permission.denied", "organization.unavailable"],
  idempotencyKey: false,
});

export const refresh = defineRoute({
  method: "post",
  path: "/auth/refresh",
  permission: "public",
  summary: "Trade the refresh cookie for a new access token and a new cookie",
  /** `organizationId` keeps the tab where it is; the last used organization when left out. */
  body: z.strictObject({ organizationId: OrganizationId.optional() }),
  output: SignedIn,
  errors: ["auth.required", "auth.refresh_reused", "permission.denied", "organization.unavailable"],
  idempotencyKey: false,
});

export const signOut = defineRoute({
  method: "post",
  path: "/auth/sign-out",
  permission: "public",
  summary: "End the session of the refresh cookie",
  output: Nothing,
  status: 204,
  idempotencyKey: false,
});

export const signOutEverywhere = defineRoute({
  method: "post",
  path: "/auth/sign-out-everywhere",
  permission: "member",
  beforeFactor: true,
  summary: "End every session of the signed-in person, this one included",
  output: Nothing,
  status: 204,
  idempotencyKey: false,
});

export const switchOrganization = defineRoute({
  method: "post",
  path: "/auth/switch",
  permission: "member",
  beforeFactor: true,
  summary: "Go on in another organization of the signed-in person",
  body: z.strictObject({ organizationId: OrganizationId }),
  output: SignedIn,
  errors: ["organization.not_found", "organization.unavailable"],
  idempotencyKey: false,
});

export const readMe = defineRoute({
  method: "get",
  path: "/auth/me",
  permission: "member",
  beforeFactor: true,
  summary: "Tell who is signed in, where, and with which permissions",
  output: Me,
});

export const updateMe = defineRoute({
  method: "patch",
  path: "/auth/me",
  permission: "member",
  beforeFactor: true,
  summary: "Change the signed-in person's name or language",
  body: z.strictObject({ name: Name.optional(), language: Language.optional() }),
  output: Me,
});

export const listSessions = defineRoute({
  method: "get",
  path: "/auth/sessions",
  permission: "member",
  summary: "List the devices on which the signed-in person is signed in",
  output: z.strictObject({ items: z.array(Session) }),
});

export const endSession = defineRoute({
  method: "delete",
  path: "/auth/sessions/{id}",
  permission: "member",
  summary: "Sign out one device",
  params: z.strictObject({ id: SessionId }),
  output: Nothing,
  status: 204,
  errors: ["auth.session_not_found"],
  idempotencyKey: false,
});

export const endOtherSessions = defineRoute({
  method: "delete",
  path: "/auth/sessions",
  permission: "member",
  summary: "Sign out every device but the one that asks",
  output: Nothing,
  status: 204,
  idempotencyKey: false,
});

export const listAuthEvents = defineRoute({
  method: "get",
  path: "/auth/events",
  permission: "member",
  summary: "List the events of the signed-in person's account, newest first, page by page",
  query: z.strictObject({
    group: z.enum(EVENT_GROUPS).optional(),
    cursor: AuthEventId.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ items: z.array(AuthEvent), nextCursor: AuthEventId.nullable() }),
});

export const askVerification = defineRoute({
  method: "post",
  path: "/auth/email/verification",
  permission: "member",
  summary: "Mail the signed-in person another link that confirms their address",
  output: Nothing,
  status: 204,
  idempotencyKey: false,
});

export const confirmEmail = defineRoute({
  // What a mailed link leads to. A mutation, so that a program that only looks at links changes nothing.
  method: "post",
  path: "/auth/email/confirm",
  permission: "public",
  summary: "Confirm an address, let a new one take effect, or take a change back, by a mailed link",
  body: z.strictObject({ token: LinkToken }),
  output: EmailConfirmed,
  errors: ["auth.link_invalid", "auth.email_taken"],
  idempotencyKey: false,
});

export const changeEmail = defineRoute({
  method: "post",
  path: "/auth/email",
  permission: "member",
  summary: "Mail a link to a new address, which takes effect once it is opened",
  body: z.strictObject({ email: Email, password: TypedPassword }),
  output: Nothing,
  status: 204,
  errors: ["auth.password_wrong"],
  idempotencyKey: false,
});

export const changePassword = defineRoute({
  method: "post",
  path: "/auth/password",
  permission: "member",
  summary: "Change the signed-in person's password and sign out their other devices",
  body: z.strictObject({ current: TypedPassword, password: NewPassword }),
  output: Nothing,
  status: 204,
  errors: ["auth.password_wrong", "auth.password_weak", "conflict.version"],
  // A key would keep a fast hash of what was typed.
  idempotencyKey: false,
});

export const forgotPassword = defineRoute({
  method: "post",
  path: "/auth/password/forgot",
  permission: "public",
  summary: "Mail a link to choose a new password; says the same for every address",
  body: z.strictObject({ email: Email }),
  output: Nothing,
  status: 204,
  idempotencyKey: false,
});

export const resetPassword = defineRoute({
  method: "post",
  path: "/auth/password/reset",
  permission: "public",
  summary: "Choose a new password by a mailed link, and sign out every device",
  body: z.strictObject({ token: LinkToken, password: NewPassword }),
  output: Nothing,
  status: 204,
  errors: ["auth.link_invalid", "auth.password_weak"],
  idempotencyKey: false,
});
