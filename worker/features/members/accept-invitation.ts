import type { z } from "zod";
import type { SignedIn } from "#domain/identity/model.ts";
import type { acceptInvitation as route } from "#domain/members/api.ts";
import { newId } from "#domain/ids.ts";
import { verifyMail } from "#worker/features/identity/account-mails.ts";
import { countAttempt } from "#worker/features/identity/attempts.ts";
import { checkCredentials } from "#worker/features/identity/check-credentials.ts";
import { checkPassword } from "#worker/features/identity/check-password.ts";
import { openSession } from "#worker/features/identity/open-session.ts";
import { write, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { hashPassword } from "#worker/platform/auth/password-hash.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Mail } from "#worker/platform/mail/mail.ts";
import type { Reply } from "#worker/platform/reply.ts";
import { findInvitation, type InvitationRow } from "./find-invitation.ts";
import { joining } from "./join-organization.ts";

type Acceptance = z.output<(typeof route)["body"] & z.ZodType>;

/** Whoever accepts: their id and name, and writes that make or confirm the account. */
interface Joiner {
  userId: string;
  name: string;
  writes: ControlWrite[];
  mails: Mail[];
}

async function newAccount(
  ctx: PublicCtx,
  input: Extract<Acceptance, { account: "new" }>,
  finding: Promise<InvitationRow>,
): Promise<Joiner> {
  const [attempt, { organization, mailed }] = await Promise.all([
    countAttempt(ctx, input.email, { email: input.email }),
    finding,
  ]);
  await checkPassword(input.password, [input.name, input.email, organization]);
  const userId = newId("usr", ctx.clock.now());
  const account = write(
    "INSERT INTO users (id, email, name, password_hash, language, created_at) VALUES (?, ?, ?, ?, ?, ?)",
    userId,
    input.email,
    input.name,
    await hashPassword(ctx.env, input.password),
    input.language,
    isoNow(ctx.clock),
  );
  const mails = mailed ? [] : [verifyMail(ctx.clock, userId)];
  return { userId, name: input.name, writes: [...attempt.success, account], mails };
}

/**
 * Accepts an invitation with a new account or the password of an existing one, and signs in. Using the invitation up,
 * account, membership and session are one batch. Whoever came by the mailed link has shown to hold the address.
 * Errors: `identity.invitation_invalid`, `identity.already_member`, `auth.password_weak`, `auth.email_taken`,
 * `auth.invalid_credentials`, `request.rate_limited`.
 */
export async function acceptInvitation(
  ctx: PublicCtx,
  input: Acceptance,
): Promise<Reply<SignedIn>> {
  const finding = findInvitation(ctx, input.token, input.email);
  const [invitation, joiner] = await Promise.all([
    finding,
    input.account === "new" ? newAccount(ctx, input, finding) : checkCredentials(ctx, input),
  ]);
  const { userId, name } = joiner;
  const { organizationId } = invitation;
  const kind = input.account === "new" ? "account.created" : "sign_in.password";
  const plan = joining(ctx.clock, invitation, { userId, name, email: input.email });
  return openSession(ctx, { userId, organizationId }, kind, {
    ...plan,
    writes: [...joiner.writes, ...plan.writes],
    mails: "mails" in joiner ? joiner.mails : [],
  });
}
