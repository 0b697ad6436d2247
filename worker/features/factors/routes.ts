import * as api from "#domain/factors/api.ts";
import { bind, bindPublic } from "#worker/platform/bind.ts";
import { addPasskey, startPasskey } from "./add-passkey.ts";
import { issueRecoveryCodes } from "./issue-recovery-codes.ts";
import { listFactors } from "./list-factors.ts";
import { proveAgain } from "./prove-again.ts";
import { removePasskey } from "./remove-passkey.ts";
import { renamePasskey } from "./rename-passkey.ts";
import { askPasskey, signInByPasskey } from "./sign-in-by-passkey.ts";
import { signInByCode } from "./sign-in-by-code.ts";
import { confirmTotp, removeTotp, startTotp } from "./totp.ts";

export const factorRoutes = [
  bindPublic(api.signInByCode, (ctx, { body }) => signInByCode(ctx, body)),
  bind(api.listFactors, (ctx) => listFactors(ctx)),
  bind(api.startTotp, (ctx) => startTotp(ctx)),
  bind(api.confirmTotp, (ctx, { body }) => confirmTotp(ctx, body)),
  bind(api.removeTotp, (ctx) => removeTotp(ctx)),
  bind(api.issueRecoveryCodes, (ctx) => issueRecoveryCodes(ctx)),
  bind(api.startPasskey, (ctx) => startPasskey(ctx)),
  bind(api.addPasskey, (ctx, { body }) => addPasskey(ctx, body)),
  bind(api.renamePasskey, (ctx, { params, body }) => renamePasskey(ctx, { ...params, ...body })),
  bind(api.removePasskey, (ctx, { params }) => removePasskey(ctx, params.id)),
  bind(api.proveAgain, (ctx, { body }) => proveAgain(ctx, body)),
  bindPublic(api.askPasskey, (ctx) => askPasskey(ctx)),
  bindPublic(api.signInByPasskey, (ctx, { body }) => signInByPasskey(ctx, body)),
];
