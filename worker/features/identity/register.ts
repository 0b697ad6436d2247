import type { SignedIn } from "#domain/identity/model.ts";
import type { Language } from "#domain/i18n/texts.ts";
import { Fault, fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { write } from "#worker/platform/auth/control-writes.ts";
import { closeRegistrations, useMailToken } from "#worker/platform/auth/mail-tokens.ts";
import { hashPassword, verifyPassword } from "#worker/platform/auth/password-hash.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Reply } from "#worker/platform/reply.ts";
import { countAttempt, type Attempt } from "./attempts.ts";
import { checkPassword } from "./check-password.ts";
import { foundOrganization } from "./found-organization.ts";
import { openSession } from "./open-session.ts";
import { findRegistration, type RegistrationLink } from "./registration-link.ts";

/** What the second of two requests meets. */
const LOST: ReadonlySet<string> = new Set(["auth.email_taken", "auth.link_invalid"]);

/** What a person types to start an organization, with the token of the mailed link that proves the address. */
export interface Registration {
  token: string;
  organization: string;
  name: string;
  password: string;
  language: Language;
}

/**
 * Starts an organization: the link used up, person, organization, a database of the pool, roles, ownership and session in
 * one batch, then the database's migrations. Sent again with the same words, after whatever failure, it finishes what is
 * missing and signs in.
 * Errors: `request.rate_limited`, `auth.link_invalid`, `auth.password_weak`, `auth.email_taken` (to whoever reads that
 * mailbox), `organization.pool_full`, `organization.unavailable`.
 */
export async function register(ctx: PublicCtx, input: Registration): Promise<Reply<SignedIn>> {
  const find = () => findRegistration(ctx, input.token, input.organization);
  const [attempt, link] = await Promise.all([countAttempt(ctx, "mail link"), find()]);
  if (!link) return fail("auth.link_invalid");
  if (link.user) return signInAgain(ctx, input, link, attempt);
  if (link.used) return fail("auth.link_invalid");
  await checkPassword(input.password, [input.name, link.email, input.organization]);
  try {
    return await start(ctx, input, link, attempt);
  } catch (error) {
    // The same form sent twice at once: whoever comes second goes on as the first.
    const lost = error instanceof Fault && LOST.has(error.code);
    const first = lost ? await find() : null;
    if (!first?.user) throw error;
    return signInAgain(ctx, input, first, attempt);
  }
}

async function start(
  ctx: PublicCtx,
  input: Registration,
  { hash, email }: RegistrationLink,
  attempt: Attempt,
): Promise<Reply<SignedIn>> {
  const now = isoNow(ctx.clock);
  const userId = newId("usr", ctx.clock.now());
  const { name, organization, language } = input;
  const founder = { userId, name, email };
  const { organizationId, ...plan } = foundOrganization(publicScope(ctx), organization, founder);
  const account = write(
    `INSERT INTO users (id, email, name, password_hash, language, created_at, email_verified_at)
     VALUES (?, ?, ?, ?, ?, ?6, ?6)`,
    userId,
    email,
    name,
    await hashPassword(ctx.env, input.password),
    language,
    now,
  );
  return openSession(ctx, { userId, organizationId }, "account.created", {
    ...plan,
    writes: [
      useMailToken(hash, now),
      closeRegistrations(email, now),
      ...attempt.success,
      account,
      ...plan.writes,
    ],
  });
}

/** The address has an account by now: goes on only as whoever made it with this form. */
async function signInAgain(
  ctx: PublicCtx,
  input: Registration,
  { user, used }: RegistrationLink,
  attempt: Attempt,
): Promise<Reply<SignedIn>> {
  if (!user) return fail("auth.link_invalid");
  const match = await verifyPassword(ctx.env, input.password, user.passwordHash);
  if (match.ok && user.organizationId) {
    const owner = { userId: user.id, organizationId: user.organizationId };
    return openSession(ctx, owner, "sign_in.password", { writes: attempt.success });
  }
  if (!match.ok) {
    // This too is a way to try passwords: slowed down like signing in, and told to the person.
    await commitControl(publicScope(ctx), {
      writes: [],
      authEvents: [{ kind: "sign_in.failed", userId: user.id }, ...attempt.slowed(user.id)],
      answer: null,
    });
  }
  return fail(used ? "auth.link_invalid" : "auth.email_taken");
}
