import { scheduleEvent } from "#domain/dashboards/schedule/events.ts";
import type {
  ScheduleChanges,
  ScheduleInput,
  ScheduleView,
} from "#domain/dashboards/schedule/model.ts";
import { nextRun } from "#domain/dashboards/schedule/next-run.ts";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { dashboardKind } from "#worker/features/dashboards/kinds.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { insert, update } from "#worker/platform/writes.ts";
import { mayAdd, outsiderWrites } from "./outsiders.ts";
import {
  findSchedule,
  outsidersOf,
  scheduleView,
  sendingsOf,
  standingSchedules,
} from "./read-schedules.ts";
import { dashboardSchedules } from "./schema.ts";

/** Schedules of one dashboard. */
const MOST = 10;

type Row = typeof dashboardSchedules.$inferSelect;

/** A schedule as audit and live pages are told of it. */
export function toldOf(
  { deletedAt: _deleted, nextAt: _next, ...row }: Row,
  title: string,
  outsiderCount: number,
) {
  return { ...row, title, outsiderCount };
}

const dueAfter = (ctx: Ctx, timing: Parameters<typeof nextRun>[0]) =>
  new Date(nextRun(timing, ctx.clock.now())).toISOString();

/** Errors: `dashboard.not_found`, `dashboard.too_many_schedules`, `permission.denied` for outsiders. */
export async function createSchedule(
  ctx: Ctx,
  { id: dashboardId, ...input }: ScheduleInput & { id: string },
): Promise<ScheduleView> {
  const [dashboard, known, actor] = await Promise.all([
    findRecord(ctx, dashboardKind, dashboardId),
    standingSchedules(ctx, dashboardId),
    ctx.actor(),
  ]);
  if (!dashboard) return fail("dashboard.not_found", { id: dashboardId });
  if (known.length >= MOST) return fail("dashboard.too_many_schedules", { most: MOST });
  const { outsiders, ...fields } = input;
  mayAdd(actor, [], outsiders);
  const now = isoNow(ctx.clock);
  const row: Row = {
    ...fields,
    id: newId("sch", ctx.clock.now()),
    version: 1,
    dashboardId,
    nextAt: dueAfter(ctx, fields),
    createdBy: actor.userId,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
  const after = toldOf(row, dashboard.title, outsiders.length);
  const also = outsiders.length > 0 ? await outsiderWrites(ctx, row.id, outsiders) : [];
  const fresh = outsiders.map((one) => ({ ...one, unsubscribedAt: null }));
  return commit(ctx, {
    writes: [insert(dashboardSchedules, row), ...also],
    events: [scheduleEvent("created", { before: null, after })],
    answer: scheduleView(row, fresh, []),
  });
}

/** A schedule with all that its view needs. Error: `dashboard.schedule_not_found`. */
export async function openSchedule(ctx: Ctx, id: string) {
  const [found, outsiders, sendings, actor] = await Promise.all([
    findSchedule(ctx, id),
    outsidersOf(ctx, [id]),
    sendingsOf(ctx, id),
    ctx.actor(),
  ]);
  const { row, dashboard } = found ?? fail("dashboard.schedule_not_found", { id });
  return { row, dashboard, outsiders, sendings, actor };
}

/** Errors: `dashboard.schedule_not_found`, `conflict.version`, `permission.denied` for outsiders. */
export async function updateSchedule(
  ctx: Ctx,
  { id, version, changes }: { id: string; version: number; changes: ScheduleChanges },
): Promise<ScheduleView> {
  const { row, dashboard, outsiders: before, sendings, actor } = await openSchedule(ctx, id);
  if (row.version !== version) {
    return fail("conflict.version", { current: scheduleView(row, before, sendings) });
  }
  const { outsiders, ...fields } = changes;
  if (outsiders) mayAdd(actor, before, outsiders);
  const set = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<Row>;
  const timed = { ...row, ...set };
  const timing = ({ frequency, hour, timeZone, paused }: Row) =>
    JSON.stringify([frequency, hour, timeZone, paused]);
  // A pause skips what was due meanwhile; what is owed already stays owed when the recipients change.
  const nextAt = timing(timed) === timing(row) ? row.nextAt : dueAfter(ctx, timed);
  const next = { ...set, nextAt, updatedAt: isoNow(ctx.clock) };
  const after: Row = { ...row, ...next, version: row.version + 1 };
  const gone = new Map(before.map((one) => [one.email, one.unsubscribedAt]));
  const shown = outsiders
    ? outsiders.map((one) => ({ ...one, unsubscribedAt: gone.get(one.email) ?? null }))
    : before;
  const also = outsiders ? await outsiderWrites(ctx, id, outsiders) : [];
  return commit(ctx, {
    writes: [update(dashboardSchedules, row, next), ...also],
    events: [
      scheduleEvent("updated", {
        before: toldOf(row, dashboard.title, before.length),
        after: toldOf(after, dashboard.title, shown.length),
      }),
    ],
    answer: scheduleView(after, shown, sendings),
  });
}

/** Errors: `dashboard.schedule_not_found`, `conflict.version`. */
export async function deleteSchedule(ctx: Ctx, { id }: { id: string }): Promise<null> {
  const { row, dashboard, outsiders } = await openSchedule(ctx, id);
  const now = isoNow(ctx.clock);
  return commit(ctx, {
    writes: [update(dashboardSchedules, row, { deletedAt: now, updatedAt: now })],
    events: [
      scheduleEvent("deleted", {
        before: toldOf(row, dashboard.title, outsiders.length),
        after: null,
      }),
    ],
    answer: null,
  });
}
