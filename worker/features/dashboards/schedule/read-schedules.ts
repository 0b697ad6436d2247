import { and, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { ScheduleView, Sending } from "#domain/dashboards/schedule/model.ts";
import { fail } from "#domain/errors.ts";
import { dashboardKind } from "#worker/features/dashboards/kinds.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { dashboardOutsiders, dashboardSchedules, dashboardSendings } from "./schema.ts";

type Row = typeof dashboardSchedules.$inferSelect;
type OutsiderRow = typeof dashboardOutsiders.$inferSelect;

/** Sendings of a schedule that are shown. */
const SHOWN = 10;

/** A schedule that stands on a dashboard that stands, or undefined. */
export async function findSchedule(ctx: Ctx, id: string) {
  const [row] = await ctx.db
    .select()
    .from(dashboardSchedules)
    .where(and(eq(dashboardSchedules.id, id), isNull(dashboardSchedules.deletedAt)));
  const dashboard = row && (await findRecord(ctx, dashboardKind, row.dashboardId));
  return row && dashboard ? { row, dashboard } : undefined;
}

/** People without an account on these schedules, as far as they were not taken off. */
export function outsidersOf(ctx: Ctx, ids: readonly string[]): Promise<OutsiderRow[]> {
  return ctx.db
    .select()
    .from(dashboardOutsiders)
    .where(
      and(inArray(dashboardOutsiders.scheduleId, [...ids]), eq(dashboardOutsiders.gone, false)),
    );
}

/** A schedule as its readers see it. */
export function scheduleView(
  { deletedAt: _deleted, ...row }: Row,
  outsiders: readonly Pick<OutsiderRow, "email" | "language" | "unsubscribedAt">[],
  sendings: readonly Sending[],
): ScheduleView {
  return {
    ...row,
    outsiders: outsiders.map(({ email, language }) => ({ email, language })),
    unsubscribed: outsiders.filter((one) => one.unsubscribedAt !== null).map(({ email }) => email),
    sendings: [...sendings],
  };
}

/** The last sendings of a schedule, newest first. */
export function sendingsOf(ctx: Ctx, id: string): Promise<Sending[]> {
  const { scheduleId, ...told } = dashboardSendings;
  return ctx.db
    .select({ at: told.at, outcome: told.outcome, mails: told.mails, figuresAt: told.figuresAt })
    .from(dashboardSendings)
    .where(eq(scheduleId, id))
    .orderBy(desc(told.at))
    .limit(SHOWN);
}

/** The schedules of a dashboard, oldest first. */
export function standingSchedules(ctx: Ctx, dashboardId: string): Promise<Row[]> {
  return ctx.db
    .select()
    .from(dashboardSchedules)
    .where(
      and(eq(dashboardSchedules.dashboardId, dashboardId), isNull(dashboardSchedules.deletedAt)),
    )
    .orderBy(dashboardSchedules.id);
}

/** People without an account on the schedules of a dashboard, as far as they were not taken off. */
function outsidersOfDashboard(ctx: Ctx, dashboardId: string): Promise<OutsiderRow[]> {
  const { scheduleId, gone } = dashboardOutsiders;
  return ctx.db
    .select()
    .from(dashboardOutsiders)
    .where(and(inArray(scheduleId, idsOf(ctx, dashboardId)), eq(gone, false)));
}

/** The last sendings of each schedule of a dashboard, newest first. */
function sendingsOfDashboard(ctx: Ctx, dashboardId: string) {
  const { scheduleId, at } = dashboardSendings;
  const later = sql`(SELECT count(*) FROM dashboard_sendings later
    WHERE later.schedule_id = dashboard_sendings.schedule_id AND later.at > dashboard_sendings.at)`;
  return ctx.db
    .select()
    .from(dashboardSendings)
    .where(and(inArray(scheduleId, idsOf(ctx, dashboardId)), lt(later, SHOWN)))
    .orderBy(desc(at));
}

const idsOf = (ctx: Ctx, dashboardId: string) =>
  ctx.db
    .select({ id: dashboardSchedules.id })
    .from(dashboardSchedules)
    .where(
      and(eq(dashboardSchedules.dashboardId, dashboardId), isNull(dashboardSchedules.deletedAt)),
    );

/** Error: `dashboard.not_found`. */
export async function listSchedules(ctx: Ctx, { id }: { id: string }) {
  const [dashboard, rows, outsiders, sendings] = await Promise.all([
    findRecord(ctx, dashboardKind, id),
    standingSchedules(ctx, id),
    outsidersOfDashboard(ctx, id),
    sendingsOfDashboard(ctx, id),
    ctx.actor(),
  ]);
  if (!dashboard) return fail("dashboard.not_found", { id });
  const items = rows.map((row) =>
    scheduleView(
      row,
      outsiders.filter(({ scheduleId }) => scheduleId === row.id),
      sendings
        .filter(({ scheduleId }) => scheduleId === row.id)
        .map(({ scheduleId: _schedule, ...sending }) => sending),
    ),
  );
  return { items };
}
