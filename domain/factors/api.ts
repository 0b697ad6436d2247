import { z } from "zod";
import { LinkToken, Name, SignedIn, TypedPassword } from "#domain/identity/model.ts";
import { defineRoute } from "#domain/route.ts";
import { FactorAdded, Factors, Passkey, PasskeyId, RecoveryCodes, TypedCode } from "./model.ts";
import { NewPasskey, PasskeyOptions, SignedPasskey } from "./passkey.ts";

const Nothing = z.undefined();

export const signInByCode = defineRoute({
  method: "post",
  path: "/auth/sign-in/code",
  permission: "public",
  summary: "Finish signing in with a code of the authenticator app or a recovery code",
  /** With `invitation`, that one is accepted in the same act. */
  body: z.strictObject({ token: LinkToken, code: TypedCode, invitation: LinkToken.optional() }),
  output: SignedIn,
  errors: [
    "identity.invitation_invalid",
    "identity.already_member",
    "auth.challenge_invalid",
    "auth.code_invalid",
    "permission.denied",
    "organization.unavailable",
  ],
  idempotencyKey: false,
});

export const listFactors = defineRoute({
  method: "get",
  path: "/auth/factors",
  permission: "member",
  beforeFactor: true,
  summary: "List the second factors of the signed-in person",
  output: Factors,
});

export const startTotp = defineRoute({
  method: "post",
  path: "/auth/factors/totp",
  permission: "member",
  beforeFactor: true,
  fresh: true,
  summary: "Make a key for an authenticator app, which a first code then confirms",
  output: z.strictObject({
    /** In base32, to type where there is no camera. */
    key: z.string(),
    /** What the QR code holds. */
    uri: z.string(),
  }),
  errors: ["auth.factor_exists"],
  // A stored answer would keep the key.
  idempotencyKey: false,
});

export const confirmTotp = defineRoute({
  method: "post",
  path: "/auth/factors/totp/confirm",
  permission: "member",
  beforeFactor: true,
  summary: "Confirm the authenticator app by a first code; a first factor brings recovery codes",
  body: z.strictObject({ code: TypedCode }),
  output: FactorAdded,
  errors: ["auth.factor_not_found", "auth.code_invalid", "conflict.version"],
  idempotencyKey: false,
});

export const removeTotp = defineRoute({
  method: "delete",
  path: "/auth/factors/totp",
  permission: "member",
  fresh: true,
  summary: "Take the authenticator app away",
  output: Nothing,
  status: 204,
  errors: ["auth.factor_not_found"],
  idempotencyKey: false,
});

export const issueRecoveryCodes = defineRoute({
  method: "post",
  path: "/auth/factors/recovery-codes",
  permission: "member",
  fresh: true,
  summary: "Make ten new recovery codes; the ones of before open nothing any more",
  output: RecoveryCodes,
  errors: ["auth.factor_not_found"],
  idempotencyKey: false,
});

export const startPasskey = defineRoute({
  method: "post",
  path: "/auth/passkeys/options",
  permission: "member",
  beforeFactor: true,
  fresh: true,
  summary: "Say what the browser needs to make a passkey of the signed-in person",
  output: PasskeyOptions,
  idempotencyKey: false,
});

export const addPasskey = defineRoute({
  method: "post",
  path: "/auth/passkeys",
  permission: "member",
  beforeFactor: true,
  summary: "Keep a passkey that the browser has made; a first factor brings recovery codes",
  body: z.strictObject({ name: Name, passkey: NewPasskey }),
  output: z.strictObject({ passkey: Passkey, ...FactorAdded.shape }),
  status: 201,
  errors: ["auth.passkey_invalid", "auth.challenge_invalid", "auth.factor_exists"],
  idempotencyKey: false,
});

export const renamePasskey = defineRoute({
  method: "patch",
  path: "/auth/passkeys/{id}",
  permission: "member",
  beforeFactor: true,
  summary: "Give a passkey another name",
  params: z.strictObject({ id: PasskeyId }),
  body: z.strictObject({ name: Name }),
  output: Passkey,
  errors: ["auth.factor_not_found"],
});

export const removePasskey = defineRoute({
  method: "delete",
  path: "/auth/passkeys/{id}",
  permission: "member",
  fresh: true,
  summary: "Take a passkey away",
  params: z.strictObject({ id: PasskeyId }),
  output: Nothing,
  status: 204,
  errors: ["auth.factor_not_found"],
  idempotencyKey: false,
});

export const askPasskey = defineRoute({
  method: "post",
  path: "/auth/passkey/options",
  permission: "public",
  summary: "Say what the browser needs to have any of its passkeys sign",
  output: PasskeyOptions,
  idempotencyKey: false,
});

export const signInByPasskey = defineRoute({
  method: "post",
  path: "/auth/passkey",
  permission: "public",
  summary: "Sign in with a passkey, without password",
  /** With `invitation`, that one is accepted in the same act. */
  body: z.strictObject({ passkey: SignedPasskey, invitation: LinkToken.optional() }),
  output: SignedIn,
  errors: [
    "identity.invitation_invalid",
    "identity.already_member",
    "auth.passkey_invalid",
    "auth.challenge_invalid",
    "permission.denied",
    "organization.unavailable",
  ],
  idempotencyKey: false,
});

export const proveAgain = defineRoute({
  method: "post",
  path: "/auth/fresh",
  permission: "member",
  beforeFactor: true,
  summary:
    "Prove again who is there, by a factor or, without any, by the password: for ten minutes",
  body: z.union([
    z.strictObject({ password: TypedPassword }),
    z.strictObject({ code: TypedCode }),
    z.strictObject({ passkey: SignedPasskey }),
  ]),
  output: Nothing,
  status: 204,
  errors: [
    "auth.password_wrong",
    "auth.code_invalid",
    "auth.passkey_invalid",
    "auth.challenge_invalid",
    "auth.second_factor_required",
  ],
  idempotencyKey: false,
});
