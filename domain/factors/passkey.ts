import { z } from "zod";

// What browsers hand over (WebAuthn level 3, JSON forms). The server reads what is signed; the rest is only bounded here.

const Bytes = (most: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(most);
const Transports = z.array(z.string().max(32)).max(10);
const Extensions = z.record(z.string().max(40), z.unknown());
const shape = {
  id: Bytes(1400),
  rawId: Bytes(1400),
  type: z.literal("public-key"),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).nullish(),
  clientExtensionResults: Extensions,
};

/** What a new passkey says of itself. */
export const NewPasskey = z.strictObject({
  ...shape,
  response: z.strictObject({
    clientDataJSON: Bytes(4000),
    attestationObject: Bytes(16_000),
    authenticatorData: Bytes(8000).optional(),
    publicKey: Bytes(4000).optional(),
    publicKeyAlgorithm: z.int().optional(),
    transports: Transports.optional(),
  }),
});
export type NewPasskey = z.infer<typeof NewPasskey>;

/** What a passkey has signed. */
export const SignedPasskey = z.strictObject({
  ...shape,
  response: z.strictObject({
    clientDataJSON: Bytes(4000),
    authenticatorData: Bytes(8000),
    signature: Bytes(4000),
    userHandle: Bytes(200).nullish(),
  }),
});
export type SignedPasskey = z.infer<typeof SignedPasskey>;

/** What a browser is asked to make or to sign: its `challenge` is good once, for five minutes. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() });
