import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import type { SignedPasskey } from "#domain/factors/passkey.ts";
import { fail } from "#domain/errors.ts";
import { CHOSEN } from "#worker/features/identity/chosen-organization.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { occasionOf } from "#worker/platform/auth/occasion.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { useChallenge } from "./challenges.ts";
import { bytesOfBase64url, challengeIn } from "./passkey-challenge.ts";
import { relyingParty } from "./relying-party.ts";

/** Whose passkey has signed, and the writes that use the signature up. */
export interface UsedPasskey {
  userId: string;
  /** Where the person goes on; null when a member of no organization. */
  chosen: string | null;
  writes: ControlWrite[];
}

interface Row {
  id: string;
  user_id: string;
  public_key: string;
  counter: number;
  chosen: string | null;
}

/**
 * Holds what a passkey signed against the key that was kept, the origin and the challenge. The person was there and unlocked
 * it, so it stands for both factors. Count the attempt first. Error: `auth.passkey_invalid`.
 */
export async function checkPasskey(ctx: PublicCtx, passkey: SignedPasskey): Promise<UsedPasskey> {
  const challenge = challengeIn(passkey.response);
  const { id: rpId, origin } = relyingParty(ctx);
  const row = await controlDb(ctx).first<Row>(
    `SELECT id, user_id, public_key, counter, ${CHOSEN("passkeys.user_id")} AS chosen
     FROM passkeys WHERE credential_id = ?`,
    passkey.id,
  );
  if (!row) return fail("auth.passkey_invalid");
  const counter = await newCounter().catch(() => fail("auth.passkey_invalid"));
  const { at: now, device } = occasionOf(ctx);
  return {
    userId: row.user_id,
    chosen: row.chosen,
    writes: [
      useChallenge(await sha256(challenge), "passkey", now),
      guarded(
        "challenge",
        "UPDATE passkeys SET counter = ?1, used_at = ?2, used_device = ?4 WHERE id = ?3 AND (counter < ?1 OR ?1 = 0)",
        counter,
        now,
        row.id,
        device,
      ),
    ],
  };

  async function newCounter(): Promise<number> {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: passkey as Parameters<typeof verifyAuthenticationResponse>[0]["response"],
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      credential: {
        id: passkey.id,
        publicKey: bytesOfBase64url(row?.public_key ?? ""),
        counter: row?.counter ?? 0,
      },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : fail("auth.passkey_invalid");
  }
}
