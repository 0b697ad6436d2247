import type { SignedIn } from "#domain/identity/model.ts";
import { memberEvent } from "#domain/members/events.ts";
import { Fault, fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { write, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { hashPassword, verifyPassword } from "#worker/platform/auth/password-hash.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { claimSlot } from "#worker/platform/pool.ts";
import type { Reply } from "#worker/platform/reply.ts";
import { countAttempt, type Attempt } from "./attempts.ts";
import { checkPassword } from "./check-password.ts";
import { defaultRoles } from "./default-roles.ts";
import { answerSession, newSession } from "./open-session.ts";

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
  const attempt = await countAttempt(ctx, input.email);
  await checkPassword(input.password, [input.name, input.email, input.organization]);
  const known = await registerKnown(ctx, input, attempt);
  if (known) return known;
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
    return await startOrganization(ctx, input, person, [...attempt.success, ...account]);
  } catch (error) {
    // The same form sent twice at once: whoever comes second goes on as the first.
    if (!(error instanceof Fault && error.code === "auth.email_taken")) throw error;
    return (await registerKnown(ctx, input, attempt)) ?? fail("auth.email_taken");
  }
}

/** A registration for an email that has an account: goes on only with that account's password. */
async function registerKnown(
  ctx: PublicCtx,
  input: Registration,
  attempt: Attempt,
): Promise<Reply<SignedIn> | null> {
  const user = await controlDb(ctx).first<{
    id: string;
    name: string;
    password_hash: string | null;
    organization_id: string | null;
  }>(
    `SELECT u.id, u.name, u.password_hash, (
       SELECT o.id FROM memberships m JOIN organizations o ON o.id = m.organization_id
       JOIN role_permissions p ON p.role_id = m.role_id AND p.permission = 'identity.own'
       WHERE m.user_id = u.id AND o.name = ?2 ORDER BY o.created_at DESC LIMIT 1
     ) AS organization_id
     FROM users u WHERE u.email = ?1`,
    input.email,
    input.organization,
  );
  if (!user) return null;
  const match = await verifyPassword(ctx.env, input.password, user.password_hash);
  if (!match.ok) {
    // This too is a way to try passwords: slowed down like signing in, and told to the person.
    await commitControl(publicScope(ctx), {
      writes: [],
      authEvents: [{ kind: "sign_in.failed", userId: user.id }],
      answer: null,
    });
    return fail("auth.email_taken");
  }
  const person = { userId: user.id, name: user.name };
  if (!user.organization_id) return startOrganization(ctx, input, person, attempt.success);
  const owner = { userId: user.id, organizationId: user.organization_id };
  const session = await newSession(ctx, owner, "sign_in.password");
  await commitControl(publicScope(ctx), {
    writes: [...attempt.success, ...session.writes],
    authEvents: [session.event],
    answer: null,
  });
  return answerSession(ctx, { ...session, ...owner, sessionId: session.id });
}

async function startOrganization(
  ctx: PublicCtx,
  input: Registration,
  person: { userId: string; name: string },
  before: readonly ControlWrite[],
): Promise<Reply<SignedIn>> {
  const scope = publicScope(ctx);
  const now = isoNow(ctx.clock);
  const organizationId = newId("org", ctx.clock.now());
  const owner = { userId: person.userId, organizationId };
  const roles = defaultRoles(organizationId, ctx.clock.now());
  const session = await newSession(ctx, owner, "account.created");
  const { userId: id, name } = person;
  const member = { id, name, email: input.email, roleId: roles.ownerId };
  await commitControl(scope, {
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
      ...session.writes,
    ],
    authEvents: [session.event],
    events: [
      {
        organizationId,
        actor: person,
        event: memberEvent("joined", { before: null, after: member }),
      },
    ],
    answer: null,
  });
  return answerSession(ctx, { ...session, ...owner, sessionId: session.id });
}
