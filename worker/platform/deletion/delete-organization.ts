import { newId } from "#domain/ids.ts";
import { isoNow, type Clock } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { END_ACCESS, ERASE } from "./control-rows.ts";
import { emptyDatabase } from "./database.ts";
import { eraseFiles } from "./files.ts";
import { eraseRooms } from "./rooms.ts";
import { rewriteTables } from "./rewrite.ts";
import { wash } from "./wash.ts";

/** The steps in their order. Each may be repeated; the last one takes the record of steps with it. */
export const STEPS = ["access", "rooms", "settled", "files", "database", "control"] as const;
type Step = (typeof STEPS)[number];

/** What was let in before access ended is over after so long, so that nothing is written behind the deletion's back. */
const SETTLE_MS = 30_000;

interface Row {
  started_at: string;
  step: Step | null;
  binding: TenantRef["binding"] | null;
}

/** What a step needs to know. */
interface Work {
  env: Env;
  clock: Clock;
  tenant: TenantRef;
}

/** What each step does; null has nothing to do but to be reached. */
const WORK: Record<Step, (work: Work) => Promise<unknown>> = {
  access: endAccess,
  rooms: ({ env, tenant }) => eraseRooms(env, tenant),
  // What requests that were under way may have put into a live object meanwhile.
  settled: ({ env, tenant }) => eraseRooms(env, tenant),
  files: ({ env, tenant }) => eraseFiles(env, tenant),
  database: ({ env, tenant }) => emptyDatabase(env, tenant),
  control: eraseControl,
};

/**
 * Deletes an organization whose deletion has begun, from the step after the last one that is recorded: whatever stopped it,
 * calling it again goes on. An organization that is not to be deleted, or is deleted, is left alone.
 * @returns milliseconds until it may go on, or null when there is nothing left to do.
 */
export async function deleteOrganization(
  env: Env,
  clock: Clock,
  organizationId: string,
): Promise<number | null> {
  for (;;) {
    const row = await env.CONTROL_DB.prepare(
      `SELECT d.started_at, d.step, s.binding FROM organization_deletions d
       LEFT JOIN slots s ON s.organization_id = d.organization_id
       WHERE d.organization_id = ? AND d.started_at IS NOT NULL`,
    )
      .bind(organizationId)
      .first<Row>();
    if (!row) return null;
    const step = STEPS[row.step === null ? 0 : STEPS.indexOf(row.step) + 1];
    if (!step) throw new Error(`No step follows ${row.step}`);
    if (step === "settled") {
      const left = Date.parse(row.started_at) + SETTLE_MS - clock.now();
      if (left > 0) return left;
    }
    await run(step, { env, clock, organizationId, binding: row.binding });
    log("info", "deletion.step", { organizationId, step });
  }
}

async function run(
  step: Step,
  {
    binding,
    organizationId,
    ...rest
  }: Omit<Work, "tenant"> &
    Pick<TenantRef, "organizationId"> & {
      binding: TenantRef["binding"] | null;
    },
): Promise<void> {
  // An organization without a database has no rooms, files or rows either.
  const control = step === "access" || step === "control";
  const tenant = { organizationId, binding: binding as TenantRef["binding"] };
  if (control || binding) await WORK[step]({ ...rest, tenant });
  await rest.env.CONTROL_DB.prepare(
    "UPDATE organization_deletions SET step = ? WHERE organization_id = ?",
  )
    .bind(step, organizationId)
    .run();
}

/** Ends every membership in one batch: the next request of each person is refused, and says why. */
async function endAccess({ env, clock, tenant }: Work): Promise<void> {
  const { organizationId } = tenant;
  const now = isoNow(clock);
  const control = env.CONTROL_DB;
  // Ids of one instant: the time of a fresh one, and random bytes for each person.
  const time = newId("aev", clock.now()).slice(0, 14);
  await control.batch([
    control
      .prepare(
        "INSERT INTO deleted_organizations (id, deleted_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
      )
      .bind(organizationId, now),
    control
      .prepare(
        `INSERT INTO auth_events (id, user_id, kind, at, request_id)
         SELECT ? || hex(randomblob(8)), user_id, 'membership.organization_deleted', ?, ''
         FROM memberships WHERE organization_id = ?`,
      )
      .bind(time, now, organizationId),
    ...END_ACCESS.map((sql) => control.prepare(sql).bind(organizationId)),
  ]);
}

/**
 * Takes the organization out of the control database and lets go of its slot: outside production another organization may
 * have it; in production it is set aside, since the database's own history goes back 30 days, until it is made anew.
 */
async function eraseControl({ env, clock, tenant }: Work): Promise<void> {
  const { organizationId } = tenant;
  const control = env.CONTROL_DB;
  const aside = env.ENVIRONMENT === "production" ? isoNow(clock) : null;
  const slot =
    "UPDATE slots SET organization_id = NULL, claimed_at = NULL, ready_at = NULL, set_aside_at = ? WHERE organization_id = ?";
  await control.batch([
    control.prepare(slot).bind(aside, organizationId),
    ...ERASE.map((sql) => control.prepare(sql).bind(organizationId)),
  ]);
  if (aside) log("warn", "deletion.slot_set_aside", { organizationId, binding: tenant.binding });
  else {
    await rewriteTables(control);
    await wash(control);
  }
}
