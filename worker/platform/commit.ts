import { drizzle } from "drizzle-orm/d1";
import { Fault, fail } from "#domain/errors.ts";
import type { DomainEvent } from "#domain/events.ts";
import { auditActor } from "./audit/audit-actor.ts";
import type { Authority } from "./auth/authority.ts";
import { isoNow } from "./clock.ts";
import { RAW, type Ctx } from "./context.ts";
import type { D1Like } from "./d1-meter.ts";
import { storedAnswer } from "./idempotency.ts";
import { log } from "./log.ts";
import { roomName } from "./tenant.ts";
import type { Write } from "./writes.ts";

/** What a verb wants written, and what it answers once that is done. */
export interface Plan<A> {
  writes: readonly Write[];
  events: readonly DomainEvent[];
  answer: A;
  /** The record as it stands, for the page to show beside the refused change. */
  current?: () => Promise<unknown>;
}

/**
 * The only writer of an organization's database. One batch: identity guard, idempotency key, writes with
 * their guards, audit, outbox, search. All of it holds, or none.
 * Errors: `conflict.version` with `params.current`, `organization.unavailable`, those of `ctx.actor()`.
 * @returns the plan's answer, or the first answer when the idempotency key was used before.
 */
export async function commit<A>(ctx: Ctx, plan: Plan<A>): Promise<A> {
  const actor = await ctx.actor();
  const { session, env } = ctx[RAW];
  const at = isoNow(ctx.clock);
  const statements = [
    identityGuard(session, ctx),
    ...idempotencyRow(session, ctx, plan.answer, at),
    ...guardedWrites(session, plan.writes),
    ...plan.events
      .filter(({ idle }) => !idle)
      .flatMap((event) => eventRows(session, ctx, actor, event, at)),
    session.prepare("DELETE FROM _guard"),
  ];
  try {
    await session.batch(statements);
  } catch (error) {
    return await recover(ctx, plan, error);
  }
  const outbox = env.OUTBOX_ROOM.getByName(roomName(ctx.tenant, "outbox"));
  // A lost poke delays delivery until the sweep; it loses nothing.
  ctx.defer(
    outbox.poke(ctx.tenant).catch((error: unknown) => {
      log("warn", "outbox.poke_failed", { requestId: ctx.requestId, error: String(error) });
    }),
  );
  return plan.answer;
}

function identityGuard(session: D1Like, ctx: Ctx): D1PreparedStatement {
  return session
    .prepare(
      "INSERT INTO _guard (ok) VALUES (CASE WHEN EXISTS (SELECT 1 FROM _meta WHERE organization_id = ?) THEN 1 ELSE -1 END)",
    )
    .bind(ctx.tenant.organizationId);
}

function idempotencyRow(
  session: D1Like,
  ctx: Ctx,
  answer: unknown,
  at: string,
): D1PreparedStatement[] {
  if (!ctx.idempotency) return [];
  const { key, fingerprint } = ctx.idempotency;
  return [
    session
      .prepare(
        "INSERT INTO idempotency (actor_id, key, fingerprint, answer, created_at) VALUES (?, ?, ?, ?, ?)",
      )
      .bind(ctx.userId, key, fingerprint, JSON.stringify(answer ?? null), at),
  ];
}

function guardedWrites(session: D1Like, writes: readonly Write[]): D1PreparedStatement[] {
  const builder = drizzle(session as unknown as D1Database);
  return writes.flatMap((write) => {
    const { sql, params } = write.build(builder).toSQL();
    const statement = session.prepare(sql).bind(...params);
    if (!write.guarded) return [statement];
    return [statement, session.prepare("INSERT INTO _guard (ok) VALUES (changes())")];
  });
}

function eventRows(
  session: D1Like,
  ctx: Ctx,
  actor: Authority,
  event: DomainEvent,
  at: string,
): D1PreparedStatement[] {
  const { entity, entityId, search } = event;
  const by = auditActor(ctx.userId, actor);
  const audit = session
    .prepare(
      `INSERT INTO audit (at, actor_id, actor_name, actor_kind, action, entity, entity_id, label, changes,
         request_id, address) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      at,
      by.id,
      by.name,
      by.kind,
      event.type,
      entity,
      entityId,
      event.label,
      JSON.stringify(event.changes),
      ctx.requestId,
      ctx.address,
    );
  const outbox = session
    .prepare(
      "INSERT INTO outbox (at, actor_id, actor_name, type, topic, permission, entity, entity_id, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(
      at,
      ctx.userId,
      actor.name,
      event.type,
      event.topic,
      event.permission,
      entity,
      entityId,
      event.after ? JSON.stringify(event.after) : null,
    );
  const found = search
    ? session
        .prepare(
          `INSERT INTO search_docs (entity, entity_id, permission, title, subtitle, body, href)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
           ON CONFLICT (entity_id) DO UPDATE SET permission = ?3, title = ?4, subtitle = ?5, body = ?6, href = ?7`,
        )
        .bind(
          entity,
          entityId,
          event.permission,
          search.title,
          search.subtitle,
          search.body,
          search.href,
        )
    : session.prepare("DELETE FROM search_docs WHERE entity_id = ?").bind(entityId);
  return [audit, outbox, found];
}

/** Says what made the batch abort: a used key answers again, a stale version is a conflict. */
async function recover<A>(ctx: Ctx, plan: Plan<A>, error: unknown): Promise<A> {
  const text = String(error);
  if (text.includes("idempotency.")) {
    const stored = await storedAnswer(ctx);
    if (stored) return stored.answer as A;
  }
  if (text.includes("guard_version")) {
    const current = plan.current ? await plan.current() : null;
    return fail("conflict.version", { current });
  }
  if (text.includes("guard_identity")) fail("organization.unavailable", { reason: "identity" });
  throw error instanceof Fault ? error : new Error("commit failed", { cause: error });
}
