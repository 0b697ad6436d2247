import type { z } from "zod";
import type { SignedIn } from "#domain/identity/model.ts";
import type { acceptInvitation as route } from "#domain/members/api.ts";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { countAttempt } from "#worker/features/identity/attempts.ts";
import { checkCredentials } from "#worker/features/identity/check-credentials.ts";
import { checkPassword } from "#worker/features/identity/check-password.ts";
import { openSession } from "#worker/features/identity/open-session.ts";
import { write } from "#worker/platform/auth/control-writes.ts";
import { closeRegistrations } from "#worker/platform/auth/mail-tokens.ts";
import { hashPassword } from "#worker/platform/auth/password-hash.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Reply } from "#worker/platform/reply.ts";
import { findInvitation, findOpenInvitation } from "./find-invitation.ts";
import { joining } from "./join-organization.ts";

type Acceptance = z.output<(typeof route)["body"] & z.ZodType>;

/**
 * Accepts an invitation with a new account or the password of an existing one, and signs in. Using the invitation up,
 * account, membership and session are one batch. A new account takes a mailed link, which proves its address: nobody
 * else is told whether an address has an account.
 * Errors: `identity.invitation_invalid`, `identity.already_member`, `auth.email_unverified`, `auth.password_weak`,
 * `auth.email_taken`, `auth.invalid_credentials`, `auth.second_factor_required`, `request.rate_limited`.
 */
export async function acceptInvitation(
  ctx: PublicCtx,
  input: Acceptance,
): Promise<Reply<SignedIn>> {
  return input.account === "new" ? acceptNew(ctx, input) : acceptExisting(ctx, input);
}

async function acceptNew(ctx: PublicCtx, input: Extract<Acceptance, { account: "new" }>) {
  const [attempt, invitation] = await Promise.all([
    countAttempt(ctx, "mail link"),
    findOpenInvitation(ctx, input.token),
  ]);
  const { organization, organizationId, proven: email } = invitation;
  if (!email) return fail("auth.email_unverified");
  const { name, language } = input;
  await checkPassword(input.password, [name, email, organization]);
  const userId = newId("usr", ctx.clock.now());
  const now = isoNow(ctx.clock);
  const account = write(
    "INSERT INTO users (id, email, name, password_hash, language, created_at) VALUES (?, ?, ?, ?, ?, ?)",
    userId,
    email,
    name,
    await hashPassword(ctx.env, input.password),
    language,
    now,
  );
  const plan = joining(ctx.clock, invitation, { userId, name, email });
  return openSession(ctx, { userId, organizationId }, "account.created", {
    ...plan,
    writes: [...attempt.success, account, closeRegistrations(email, now), ...plan.writes],
  });
}

async function acceptExisting(ctx: PublicCtx, input: Extract<Acceptance, { account: "existing" }>) {
  const [invitation, credentials] = await Promise.all([
    findInvitation(ctx, input.token, input.email),
    checkCredentials(ctx, input),
  ]);
  const { userId, name, writes } = credentials;
  const { organizationId } = invitation;
  const plan = joining(ctx.clock, invitation, { userId, name, email: input.email });
  return openSession(ctx, { userId, organizationId }, "sign_in.password", {
    ...plan,
    writes: [...writes, ...plan.writes],
  });
}
