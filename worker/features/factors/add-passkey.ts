import { generateRegistrationOptions, verifyRegistrationResponse } from "@simplewebauthn/server";
import type { Passkey } from "#domain/factors/model.ts";
import type { NewPasskey } from "#domain/factors/passkey.ts";
import { passkeyKind } from "#domain/factors/passkey-kind.ts";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { write } from "#worker/platform/auth/control-writes.ts";
import { asPublic, occasionOf } from "#worker/platform/auth/occasion.ts";
import { base64url, sha256 } from "#worker/platform/bytes.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { newChallenge, useChallenge } from "./challenges.ts";
import { factorMail } from "./factor-mail.ts";
import { bytesOfBase64url, challengeIn } from "./passkey-challenge.ts";
import { newRecoveryCodes } from "./recovery-codes.ts";
import { relyingParty } from "./relying-party.ts";

/** What the browser needs to make a passkey: discoverable, so that it signs in without an address; not one that is here already. */
export async function startPasskey(ctx: Ctx) {
  const open = asPublic(ctx);
  const { id, name } = relyingParty(open);
  const { userId } = ctx;
  const [actor, scope, known, challenge] = await Promise.all([
    ctx.actor(),
    scopeOf(ctx),
    controlDb(ctx).all<{ id: string }>(
      "SELECT credential_id AS id FROM passkeys WHERE user_id = ?",
      userId,
    ),
    newChallenge(ctx.clock, "passkey_new", userId),
  ]);
  const options = await generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userID: Uint8Array.from(new TextEncoder().encode(userId)),
    userName: actor.email,
    userDisplayName: actor.name,
    challenge: bytesOfBase64url(challenge.token),
    attestationType: "none",
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await commitControl(scope, { writes: [challenge.write], answer: null });
  return { ...options };
}

/** Reads what the browser has made. Error: `auth.passkey_invalid`. */
async function verify(ctx: Ctx, passkey: NewPasskey, challenge: string) {
  const { id, origin } = relyingParty(asPublic(ctx));
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: passkey as Parameters<typeof verifyRegistrationResponse>[0]["response"],
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    });
    if (verified) return registrationInfo;
  } catch {
    // The library throws at the first thing that does not fit; what it was is nobody's business.
  }
  return fail("auth.passkey_invalid");
}

/**
 * Keeps a passkey. A person's first factor brings recovery codes.
 * Errors: `auth.passkey_invalid`, `auth.challenge_invalid`, `auth.factor_exists` (this one is somebody's already).
 */
export async function addPasskey(
  ctx: Ctx,
  input: { name: string; passkey: NewPasskey },
): Promise<{ passkey: Passkey; recoveryCodes: string[] | null }> {
  const { userId } = ctx;
  const open = asPublic(ctx);
  const challenge = challengeIn(input.passkey.response);
  const hash = await sha256(challenge);
  const [made, found, scope] = await Promise.all([
    verify(ctx, input.passkey, challenge),
    controlDb(ctx).first<{ mine: number; taken: number; codes: number }>(
      `SELECT EXISTS (SELECT 1 FROM challenges WHERE hash = ?1 AND user_id = ?2) AS mine,
         EXISTS (SELECT 1 FROM passkeys WHERE credential_id = ?3) AS taken,
         (SELECT count(*) FROM recovery_codes WHERE user_id = ?2 AND used_at IS NULL) AS codes`,
      hash,
      userId,
      input.passkey.id,
    ),
    scopeOf(ctx),
  ]);
  if (!found?.mine) return fail("auth.challenge_invalid");
  if (found.taken) return fail("auth.factor_exists");
  const occasion = occasionOf(open);
  const { at } = occasion;
  const fresh = found.codes === 0 ? await newRecoveryCodes(open.env, userId, at) : null;
  const passkey = {
    id: newId("pky", ctx.clock.now()),
    name: input.name,
    createdAt: at,
    usedAt: null,
    usedDevice: null,
    kind: passkeyKind(made.credential.transports ?? []),
    synced: made.credentialBackedUp,
  };
  const { credential } = made;
  await commitControl(scope, {
    writes: [
      useChallenge(hash, "passkey_new", at),
      write(
        `INSERT INTO passkeys (id, user_id, credential_id, public_key, counter, transports, synced, name, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        passkey.id,
        userId,
        credential.id,
        base64url(credential.publicKey),
        credential.counter,
        JSON.stringify(credential.transports ?? []),
        passkey.synced ? 1 : 0,
        passkey.name,
        at,
      ),
      ...(fresh?.writes ?? []),
    ],
    authEvents: [{ kind: "factor.passkey_added", userId }],
    mails: [factorMail(ctx.clock, userId, occasion, { kind: "passkey_added", name: passkey.name })],
    answer: null,
  });
  return { passkey, recoveryCodes: fresh?.codes ?? null };
}
