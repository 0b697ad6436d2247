import * as api from "#domain/factors/api.ts";
import { bind, bindPublic } from "#worker/platform/bind.ts";
import { issueRecoveryCodes } from "./issue-recovery-codes.ts";
import { listFactors } from "./list-factors.ts";
import { signInByCode } from "./sign-in-by-code.ts";
import { confirmTotp, removeTotp, startTotp } from "./totp.ts";

export const factorRoutes = [
  bindPublic(api.signInByCode, (ctx, { body }) => signInByCode(ctx, body)),
  bind(api.listFactors, (ctx) => listFactors(ctx)),
  bind(api.startTotp, (ctx) => startTotp(ctx)),
  bind(api.confirmTotp, (ctx, { body }) => confirmTotp(ctx, body)),
  bind(api.removeTotp, (ctx) => removeTotp(ctx)),
  bind(api.issueRecoveryCodes, (ctx) => issueRecoveryCodes(ctx)),
];
