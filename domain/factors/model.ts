import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { PasskeyKind } from "./passkey-kind.ts";
import { LinkToken } from "#domain/identity/model.ts";

export const PasskeyId = idSchema("pky");

/** What was typed as a code: six digits of an app, or a recovery code, with whatever spaces. */
export const TypedCode = z.string().trim().min(6).max(64);

/** Ways to prove a second time who one is. */
export const FactorMethod = z.enum(["totp", "passkey", "recovery"]);
export type FactorMethod = z.infer<typeof FactorMethod>;

/** The answer of a sign-in whose password was right and whose person has a second factor: nobody is signed in yet. */
export const FactorAsked = z.strictObject({
  secondFactor: z.strictObject({
    token: LinkToken,
    expiresAt: z.iso.datetime(),
    methods: z.array(FactorMethod),
  }),
});
export type FactorAsked = z.infer<typeof FactorAsked>;

/** A passkey as its person knows it. */
export const Passkey = z.strictObject({
  id: PasskeyId,
  name: z.string(),
  createdAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
  /** Browser and system of the last use, such as `Firefox · Linux`; null before the first. */
  usedDevice: z.string().nullable(),
  /** What keeps it, as far as it says. */
  kind: PasskeyKind.nullable(),
  /** Kept by an account over several devices, rather than in one. */
  synced: z.boolean(),
});
export type Passkey = z.infer<typeof Passkey>;

/** What an organization asks of its members. */
export const FactorDemand = z.strictObject({
  organization: z.string(),
  /** From when on whoever has no second factor reaches nothing but the page that adds one. */
  from: z.iso.datetime(),
});

/** The second factors of the signed-in person. */
export const Factors = z.strictObject({
  totp: z.strictObject({ confirmedAt: z.iso.datetime() }).nullable(),
  passkeys: z.array(Passkey),
  recovery: z.strictObject({ left: z.int(), createdAt: z.iso.datetime() }).nullable(),
  demand: FactorDemand.nullable(),
});
export type Factors = z.infer<typeof Factors>;

/** Recovery codes: told once, never again. */
export const RecoveryCodes = z.strictObject({ codes: z.array(z.string()) });

/** What the first factor of a person brings: recovery codes; null when there are some already. */
export const FactorAdded = z.strictObject({ recoveryCodes: z.array(z.string()).nullable() });
