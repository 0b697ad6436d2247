import type { SignedIn } from "#domain/identity/model.ts";
import { memberEvent } from "#domain/members/events.ts";
import { Fault, fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { builtInRoles } from "#worker/platform/auth/built-in-roles.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { write, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { hashPassword, verifyPassword } from "#worker/platform/auth/password-hash.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Mail } from "#worker/platform/mail/mail.ts";
import { claimSlot } from "#worker/platform/pool.ts";
import type { Reply } from "#worker/platform/reply.ts";
import { verifyMail } from "./account-mails.ts";
import { countAttempt, type Attempt } from "./attempts.ts";
import { checkPassword } from "./check-password.ts";
import { openSession } from "./open-session.ts";

/** What a person types to start an organization. */
export interface Registration {
  organization: string;
  name: string;
  email: string;
  password: string;
  language: "fr" | "en";
}

/**
 * Starts an organization: person, organization, a database of the pool, roles, ownership and session in one batch, then
 * the database's migrations. Sent again with the same words, after whatever failure, it finishes what is missing and
 * signs in; a person who already has an account starts a further organization with its password.
 * Errors: `request.rate_limited`, `auth.password_weak`, `auth.email_taken`, `organization.pool_full`,
 * `organization.unavailable`.
 */
export async function register(ctx: PublicCtx, input: Registration): Promise<Reply<SignedIn>> {
  const [attempt, known] = await Promise.all([
    countAttempt(ctx, input.email, { email: input.email }),
    findKnown(ctx, input),
  ]);
  await checkPassword(input.password, [input.name, input.email, input.organization]);
  if (known) return registerKnown(ctx, input, known, attempt);
  const userId = newId("usr", ctx.clock.now());
  const account = [
    write(
      "INSERT INTO users (id, email, name, password_hash, language, created_at) VALUES (?, ?, ?, ?, ?, ?)",
      userId,
      input.email,
      input.name,
      await hashPassword(ctx.env, input.password),
      input.language,
      isoNow(ctx.clock),
    ),
  ];
  try {
    const person = { userId, name: input.name };
    const mails = [verifyMail(ctx.clock, userId)];
    return await startOrganization(ctx, input, person, [...attempt.success, ...account], mails);
  } catch (error) {
    // The same form sent twice at once: whoever comes second goes on as the first.
    if (!(error instanceof Fault && error.code === "auth.email_taken")) throw error;
    const first = await findKnown(ctx, input);
    return first ? registerKnown(ctx, input, first, attempt) : fail("auth.email_taken");
  }
}

/** An account with the email of a registration, and the organization of that name which it already owns. */
interface Known {
  id: string;
  name: string;
  password_hash: string | null;
  organization_id: string | null;
}

function findKnown(ctx: PublicCtx, input: Registration): Promise<Known | null> {
  return controlDb(ctx).first<Known>(
    `SELECT u.id, u.name, u.password_hash, (
       SELECT o.id FROM memberships m JOIN organizations o ON o.id = m.organization_id
       JOIN role_permissions p ON p.role_id = m.role_id AND p.permission = 'identity.own'
       WHERE m.user_id = u.id AND o.name = ?2 ORDER BY o.created_at DESC LIMIT 1
     ) AS organization_id
     FROM users u WHERE u.email = ?1`,
    input.email,
    input.organization,
  );
}

/** A registration for an email that has an account: goes on only with that account's password. */
async function registerKnown(
  ctx: PublicCtx,
  input: Registration,
  user: Known,
  attempt: Attempt,
): Promise<Reply<SignedIn>> {
  const match = await verifyPassword(ctx.env, input.password, user.password_hash);
  if (!match.ok) {
    // This too is a way to try passwords: slowed down like signing in, and told to the person.
    await commitControl(publicScope(ctx), {
      writes: [],
      authEvents: [{ kind: "sign_in.failed", userId: user.id }, ...attempt.slowed(user.id)],
      answer: null,
    });
    return fail("auth.email_taken");
  }
  const person = { userId: user.id, name: user.name };
  if (!user.organization_id) return startOrganization(ctx, input, person, attempt.success);
  const owner = { userId: user.id, organizationId: user.organization_id };
  return openSession(ctx, owner, "sign_in.password", { writes: attempt.success });
}

async function startOrganization(
  ctx: PublicCtx,
  input: Registration,
  person: { userId: string; name: string },
  before: readonly ControlWrite[],
  mails: readonly Mail[] = [],
): Promise<Reply<SignedIn>> {
  const scope = publicScope(ctx);
  const now = isoNow(ctx.clock);
  const organizationId = newId("org", ctx.clock.now());
  const owner = { userId: person.userId, organizationId };
  const roles = builtInRoles(organizationId, ctx.clock.now());
  const { userId: id, name } = person;
  const member = { id, name, email: input.email, roleId: roles.ownerId };
  return openSession(ctx, owner, "account.created", {
    writes: [
      ...before,
      write(
        "INSERT INTO organizations (id, name, created_at) VALUES (?, ?, ?)",
        organizationId,
        input.organization,
        now,
      ),
      ...claimSlot(scope, organizationId),
      ...roles.writes,
      write(
        "INSERT INTO memberships (organization_id, user_id, role_id, created_at) VALUES (?, ?, ?, ?)",
        organizationId,
        person.userId,
        roles.ownerId,
        now,
      ),
    ],
    mails,
    events: [
      {
        organizationId,
        actor: person,
        event: memberEvent("joined", { before: null, after: member }),
      },
    ],
  });
}
