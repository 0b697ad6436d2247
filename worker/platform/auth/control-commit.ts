import { Fault, fail, type ErrorCode } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { isoNow, type Clock } from "#worker/platform/clock.ts";
import { RAW, type Ctx, type Idempotency } from "#worker/platform/context.ts";
import type { Env } from "#worker/platform/env.ts";
import type { D1Like } from "#worker/platform/d1-meter.ts";
import { deliverMails } from "#worker/platform/mail/deliver.ts";
import { mailRows, type Mail } from "#worker/platform/mail/mail.ts";
import { LETS_IN } from "#worker/platform/support/living-grant.ts";
import type { Authority } from "./authority.ts";
import type { SqlValue } from "./control-db.ts";
import { GUARDS, require, type AuthEvent, type ControlWrite } from "./control-writes.ts";
import { occasionOf } from "./occasion.ts";
import { deliverEvents, pendingEvent, type OrganizationEvent } from "./deliver-events.ts";

/** Who writes, and what the batch must still find true of that person. */
export interface ControlScope {
  env: Env;
  clock: Clock;
  requestId: string;
  address: string | null;
  /** What is being answered; null for work that no request asked for. */
  request: Request | null;
  /** Who is signed in; null where nobody is yet. */
  userId: string | null;
  defer(work: Promise<unknown>): void;
  control: D1Like;
  /** Where links of mails lead: see `mailOrigin`. */
  origin: string;
  /** Conditions on the actor, checked inside the batch. */
  guards: readonly ControlWrite[];
  idempotency: (Idempotency & { scope: string }) | null;
}

/** What a verb wants written to the control database, and what it answers once that is done. */
export interface ControlPlan<A> {
  writes: readonly ControlWrite[];
  authEvents?: readonly AuthEvent[];
  /** What it means to organizations: audit and live, delivered after the batch and beside the answer. */
  events?: readonly OrganizationEvent[];
  /** Mail that tells of it: written with it, sent beside the answer. */
  mails?: readonly Mail[];
  /** Milliseconds by which mails leave later, where it must not show that there are any. */
  mailsAfter?: number;
  answer: A;
}

/** What a commit did: the answer, and the rows that each write returned, in the order of the plan. */
export interface Committed<A> {
  answer: A;
  rows: unknown[][];
}

/** The scope of a signed-in actor: session and membership must stand unchanged when the batch runs. */
export async function scopeOf(ctx: Ctx): Promise<ControlScope> {
  const actor = await ctx.actor();
  if (actor.kind === "token" || actor.kind === "service") fail("auth.token_refused");
  const { env, control, origin, request } = ctx[RAW];
  const { requestId, address, clock, idempotency, userId } = ctx;
  const guard = require("actor", `EXISTS (SELECT 1 FROM sessions s WHERE s.id = ? AND s.user_id = ? AND s.revoked_at IS NULL
      AND ${stillIn(actor).sql})`, ctx.sessionId, ctx.userId, ctx.tenant.organizationId, stillIn(
    actor,
  ).param);
  return {
    env,
    clock,
    requestId,
    address,
    request,
    userId,
    defer: (work) => ctx.defer(work),
    control,
    origin,
    guards: [guard],
    idempotency: idempotency && { ...idempotency, scope: ctx.userId },
  };
}

/** SQL: that the person of the session `s` is a member still, with the same authority, or let in as support still. */
function stillIn({ support, authzEpoch }: Authority): { sql: string; param: SqlValue } {
  if (!support) {
    const sql = `EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = s.user_id
      AND m.organization_id = ? AND m.authz_epoch = ?)`;
    return { sql, param: authzEpoch };
  }
  const sql = `EXISTS (SELECT 1 FROM support_grants g WHERE g.organization_id = ? AND g.id = ?
    AND ${LETS_IN("g", "s.user_id")})`;
  return { sql, param: support.grantId };
}

/** The scope of somebody who is not signed in yet: what they may write is proven by the writes' own guards. */
export function publicScope(
  ctx: Omit<ControlScope, "guards" | "idempotency" | "userId">,
): ControlScope {
  const { env, clock, requestId, address, request, control, origin } = ctx;
  const defer = (work: Promise<unknown>) => ctx.defer(work);
  const nobody = { userId: null, guards: [], idempotency: null };
  return { env, clock, requestId, address, request, defer, control, origin, ...nobody };
}

/**
 * The only writer of the control database. One batch: the actor's guard, the writes with theirs, auth events,
 * organization events to deliver, mails to send, the idempotency key with the answer. All of it holds, or none.
 * Errors: those of `GUARDS`, `auth.email_taken`, and the others of `TAKEN`.
 */
export async function commitControl<A>(
  scope: ControlScope,
  plan: ControlPlan<A>,
): Promise<Committed<A>> {
  const { control } = scope;
  const at = isoNow(scope.clock);
  const run = (one: ControlWrite) => control.prepare(one.sql).bind(...one.params);
  const head = [...scope.guards.map(run), ...idempotencyRow(scope, plan.answer, at)];
  const body: D1PreparedStatement[] = [];
  const places = plan.writes.map((one) => {
    const place = head.length + body.push(run(one)) - 1;
    if (one.guard) {
      body.push(
        control.prepare(
          `INSERT INTO _guard (${one.guard}) SELECT CASE WHEN changes() > 0 THEN 1 END`,
        ),
      );
    }
    return place;
  });
  const mails = plan.mails ?? [];
  const events = (plan.events ?? []).filter(({ event }) => !event.idle);
  const letters = await Promise.all(mails.map((mail) => mailRows(scope, mail)));
  const tail = [
    ...letters.flat().map(run),
    ...(plan.authEvents ?? []).map((event, place) => authEventRow(scope, event, at, place)),
    ...events.map((event) => pendingEvent(scope, event, at)),
    control.prepare("DELETE FROM _guard"),
  ];
  let results: D1Result[];
  try {
    results = await control.batch([...head, ...body, ...tail]);
  } catch (error) {
    return await recover<A>(scope, error);
  }
  const told = new Set(events.map((event) => event.organizationId));
  // What holds now stands in the batch; telling it may outlive the answer, and the sweep tells what gets lost.
  for (const organizationId of told) scope.defer(deliverEvents(scope, organizationId));
  const sent = mails.map((mail) => mail.id);
  if (sent.length > 0) scope.defer(deliverLater(scope, sent, plan.mailsAfter ?? 0));
  return { answer: plan.answer, rows: places.map((place) => results[place]?.results ?? []) };
}

async function deliverLater(
  scope: ControlScope,
  ids: readonly string[],
  ms: number,
): Promise<void> {
  if (ms > 0) await scheduler.wait(ms);
  await deliverMails(scope, ids);
}

function idempotencyRow(scope: ControlScope, answer: unknown, at: string): D1PreparedStatement[] {
  if (!scope.idempotency) return [];
  const { scope: owner, key, fingerprint } = scope.idempotency;
  return [
    scope.control
      .prepare(
        "INSERT INTO idempotency (scope, key, fingerprint, status, answer, created_at) VALUES (?, ?, ?, 200, ?, ?)",
      )
      .bind(owner, key, fingerprint, JSON.stringify(answer ?? null), at),
  ];
}

function authEventRow(scope: ControlScope, event: AuthEvent, at: string, order: number) {
  const { sql, params } = event.when ?? { sql: "true", params: [] };
  const { env, clock, request, userId } = scope;
  // What somebody else does to an account tells nothing of where that other person is.
  const own = userId === null || userId === event.userId;
  const from = request && own ? occasionOf({ env, clock, request }) : null;
  return scope.control
    .prepare(
      `INSERT INTO auth_events (id, user_id, organization_id, kind, at, request_id, detail, place, address)
       SELECT ?, coalesce(?, (SELECT id FROM users WHERE email = ?)), ?, ?, ?, ?, ?, ?, ? WHERE ${sql}`,
    )
    .bind(
      // Events of one instant are listed in the order of the plan.
      newId("aev", scope.clock.now() + order),
      event.userId,
      event.email ?? null,
      event.organizationId ?? null,
      event.kind,
      at,
      scope.requestId,
      JSON.stringify({ device: from?.device, session: event.sessionId }),
      from?.place ?? null,
      own ? scope.address : null,
      ...params,
    );
}

const TAKEN: readonly (readonly [string, ErrorCode])[] = [
  ["users.email", "auth.email_taken"],
  ["roles.organization_id", "identity.role_name_taken"],
  ["memberships.organization_id", "identity.already_member"],
  ["divisions.organization_id", "identity.division_name_taken"],
  ["organization_deletions.organization_id", "organization.deletion_asked"],
  ["service_accounts.organization_id", "service.name_taken"],
];

/** Says what made the batch abort: a used key answers again, a guard or a taken name is an error of its own. */
async function recover<A>(scope: ControlScope, error: unknown): Promise<Committed<A>> {
  const text = String(error);
  if (text.includes("idempotency.")) {
    const stored = await storedAnswer(scope);
    if (stored) return { answer: stored.answer as A, rows: [] };
  }
  const guard = /_guard\.(\w+)/.exec(text)?.[1];
  if (guard && guard in GUARDS) fail(GUARDS[guard as keyof typeof GUARDS]);
  const taken = TAKEN.find(([column]) => text.includes(column));
  if (taken && text.includes("UNIQUE")) fail(taken[1]);
  throw error instanceof Fault ? error : new Error("control commit failed", { cause: error });
}

/** The answer that this request's key got before, if any. Error: `request.idempotency_reuse`. */
export function controlAnswer(ctx: Ctx): Promise<{ answer: unknown } | null> {
  const idempotency = ctx.idempotency && { ...ctx.idempotency, scope: ctx.userId };
  return storedAnswer({ control: ctx[RAW].control, idempotency });
}

async function storedAnswer(
  scope: Pick<ControlScope, "control" | "idempotency">,
): Promise<{ answer: unknown } | null> {
  if (!scope.idempotency) return null;
  const { scope: owner, key, fingerprint } = scope.idempotency;
  const row = await scope.control
    .prepare("SELECT fingerprint, answer FROM idempotency WHERE scope = ? AND key = ?")
    .bind(owner, key)
    .first<{ fingerprint: string; answer: string }>();
  if (!row) return null;
  if (row.fingerprint !== fingerprint) return fail("request.idempotency_reuse");
  return { answer: JSON.parse(row.answer) as unknown };
}
