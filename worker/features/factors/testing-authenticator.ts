import { isoCBOR } from "@simplewebauthn/server/helpers";
import type { NewPasskey, SignedPasskey } from "#domain/factors/passkey.ts";
import { base64url } from "#worker/platform/bytes.ts";

/** What a test changes about an honest authenticator. */
interface Odd {
  origin?: string;
  rpId?: string;
  counter?: number;
  /** User present and verified, unless told. */
  flags?: number;
}

const PRESENT_VERIFIED = 0b101;
const ATTESTED = 0b100_0000;
const text = (value: string) => new TextEncoder().encode(value);
const utf8Base64 = (value: object) => base64url(text(JSON.stringify(value)));
const sha = async (bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const plain = (bytes: Uint8Array) => Uint8Array.from(bytes);

/** A number of an ECDSA signature as DER writes it: no leading zeros, none that would read as negative. */
function derInteger(bytes: Uint8Array): number[] {
  const trimmed = [...bytes].slice(bytes.findIndex((byte) => byte !== 0));
  const value = (trimmed[0] ?? 0) >= 0x80 ? [0, ...trimmed] : trimmed;
  return [0x02, value.length, ...value];
}

function der(signature: Uint8Array): Uint8Array {
  const body = [...derInteger(signature.slice(0, 32)), ...derInteger(signature.slice(32))];
  return new Uint8Array([0x30, body.length, ...body]);
}

const client = (type: string, challenge: string, origin: string) =>
  utf8Base64({ type, challenge, origin, crossOrigin: false });

/** An authenticator in software: one P-256 passkey for an origin. */
export async function newAuthenticator(home = "https://aetheria.test") {
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const pair = (await crypto.subtle.generateKey(algorithm, true, [
    "sign",
    "verify",
  ])) as CryptoKeyPair;
  const raw = new Uint8Array((await crypto.subtle.exportKey("raw", pair.publicKey)) as ArrayBuffer);
  const credentialId = crypto.getRandomValues(new Uint8Array(32));
  const id = base64url(credentialId);
  let counter = 0;

  const head = async (flags: number, odd: Odd) => {
    counter = odd.counter ?? counter + 1;
    const data = new Uint8Array(37);
    data.set(await sha(plain(text(odd.rpId ?? new URL(home).hostname))));
    data[32] = flags;
    new DataView(data.buffer).setUint32(33, counter);
    return data;
  };

  return {
    id,
    /** Answers what `post /auth/passkeys/options` asks. */
    async make(challenge: string, odd: Odd = {}): Promise<NewPasskey> {
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array<ArrayBuffer>>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, raw.slice(1, 33)],
          [-3, raw.slice(33)],
        ]),
      );
      const authData = new Uint8Array([
        ...(await head((odd.flags ?? PRESENT_VERIFIED) | ATTESTED, odd)),
        ...new Uint8Array(16),
        0,
        credentialId.length,
        ...credentialId,
        ...key,
      ]);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", authData],
      ]);
      return {
        id,
        rawId: id,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: client("webauthn.create", challenge, odd.origin ?? home),
          attestationObject: base64url(isoCBOR.encode(attestation as Map<string, string>)),
          transports: ["internal"],
        },
      };
    },
    /** Answers what `post /auth/passkey/options` asks. */
    async sign(challenge: string, odd: Odd = {}): Promise<SignedPasskey> {
      const clientDataJSON = client("webauthn.get", challenge, odd.origin ?? home);
      const authData = await head(odd.flags ?? PRESENT_VERIFIED, odd);
      const json = atob(clientDataJSON.replaceAll("-", "+").replaceAll("_", "/"));
      const hash = await sha(Uint8Array.from(json, (letter) => letter.charCodeAt(0)));
      const signed = new Uint8Array([...authData, ...hash]);
      const how = { name: "ECDSA", hash: "SHA-256" };
      const signature = new Uint8Array(await crypto.subtle.sign(how, pair.privateKey, signed));
      return {
        id,
        rawId: id,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON,
          authenticatorData: base64url(authData),
          signature: base64url(der(signature)),
        },
      };
    },
  };
}
