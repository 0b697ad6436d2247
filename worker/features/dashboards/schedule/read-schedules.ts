import { and, desc, eq, inArray, isNull } from "drizzle-orm";
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

/** Error: `dashboard.not_found`. */
export async function listSchedules(ctx: Ctx, { id }: { id: string }) {
  const [dashboard, rows] = await Promise.all([
    findRecord(ctx, dashboardKind, id),
    standingSchedules(ctx, id),
    ctx.actor(),
  ]);
  if (!dashboard) return fail("dashboard.not_found", { id });
  if (rows.length === 0) return { items: [] };
  const ids = rows.map((row) => row.id);
  const [outsiders, ...sendings] = await Promise.all([
    outsidersOf(ctx, ids),
    ...ids.map((one) => sendingsOf(ctx, one)),
  ]);
  const items = rows.map((row, at) =>
    scheduleView(
      row,
      outsiders.filter(({ scheduleId }) => scheduleId === row.id),
      sendings[at] ?? [],
    ),
  );
  return { items };
}
