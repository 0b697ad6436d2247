import { generateAuthenticationOptions } from "@simplewebauthn/server";
import type { SignedPasskey } from "#domain/factors/passkey.ts";
import { countAttempt } from "#worker/features/identity/attempts.ts";
import { chosenOrganization } from "#worker/features/identity/chosen-organization.ts";
import { openSession } from "#worker/features/identity/open-session.ts";
import { acceptAtSignIn } from "#worker/features/members/accept-at-sign-in.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { newChallenge } from "./challenges.ts";
import { checkPasskey } from "./check-passkey.ts";
import { bytesOfBase64url } from "./passkey-challenge.ts";
import { relyingParty } from "./relying-party.ts";

/** What the browser needs to have a passkey sign: no account is named, so nothing tells who has one. */
export async function askPasskey(ctx: PublicCtx) {
  const { id } = relyingParty(ctx);
  const challenge = await newChallenge(ctx.clock, "passkey");
  const options = await generateAuthenticationOptions({
    rpID: id,
    challenge: bytesOfBase64url(challenge.token),
    userVerification: "required",
  });
  await commitControl(publicScope(ctx), { writes: [challenge.write], answer: null });
  return { ...options };
}

/**
 * Signs in with a passkey, without address or password.
 * Errors: `request.rate_limited`, `auth.passkey_invalid`, `auth.challenge_invalid`, `permission.denied`, and with an invitation
 * those of accepting it.
 */
export async function signInByPasskey(
  ctx: PublicCtx,
  input: { passkey: SignedPasskey; invitation?: string | undefined },
) {
  const attempt = await countAttempt(ctx, "passkey");
  const { userId, chosen, writes } = await checkPasskey(ctx, input.passkey);
  const joined = input.invitation && (await acceptAtSignIn(ctx, input.invitation, userId));
  const { organizationId, ...plan } = joined || {
    organizationId: chosenOrganization(chosen),
    writes: [],
  };
  const owner = { userId, organizationId, proven: true as const };
  return openSession(ctx, owner, "sign_in.passkey", {
    ...plan,
    writes: [...writes, ...attempt.success, ...plan.writes],
  });
}
