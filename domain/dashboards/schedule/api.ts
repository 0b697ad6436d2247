import { z } from "zod";
import { DashboardId } from "#domain/dashboards/model.ts";
import { defineRoute } from "#domain/route.ts";
import { ScheduleChanges, ScheduleId, ScheduleInput, ScheduleView } from "./model.ts";

const byDashboard = z.strictObject({ id: DashboardId });
const byId = z.strictObject({ id: ScheduleId });

export const listSchedules = defineRoute({
  method: "get",
  path: "/dashboards/{id}/schedules",
  permission: "analytics.write",
  summary: "List the mails of a dashboard: when, to whom, and what became of the last ones",
  params: byDashboard,
  output: z.strictObject({ items: z.array(ScheduleView) }),
  errors: ["dashboard.not_found"],
});

export const createSchedule = defineRoute({
  method: "post",
  path: "/dashboards/{id}/schedules",
  permission: "analytics.write",
  summary:
    "Send the published figures of a dashboard by mail; to people without an account with analytics.share",
  params: byDashboard,
  body: ScheduleInput,
  output: ScheduleView,
  status: 201,
  errors: ["dashboard.not_found", "dashboard.too_many_schedules"],
});

export const updateSchedule = defineRoute({
  method: "patch",
  path: "/dashboard-schedules/{id}",
  permission: "analytics.write",
  summary: "Change when, to whom, or whether mails of a dashboard are sent",
  params: byId,
  body: z.strictObject({ version: z.int().positive(), changes: ScheduleChanges }),
  output: ScheduleView,
  errors: ["dashboard.schedule_not_found", "conflict.version"],
});

export const deleteSchedule = defineRoute({
  method: "delete",
  path: "/dashboard-schedules/{id}",
  permission: "analytics.write",
  summary: "End the mails of a schedule",
  params: byId,
  output: z.null(),
  status: 204,
  errors: ["dashboard.schedule_not_found", "conflict.version"],
});

export const trySchedule = defineRoute({
  method: "post",
  path: "/dashboard-schedules/{id}/test",
  permission: "analytics.write",
  summary: "Send the mail of a schedule now, to the caller alone",
  params: byId,
  output: z.null(),
  status: 204,
  errors: ["dashboard.schedule_not_found", "dashboard.not_published"],
});

export const sendSchedule = defineRoute({
  method: "post",
  path: "/dashboard-schedules/{id}/send",
  permission: "analytics.write",
  summary: "Send the mail of a schedule now, to all who get it; at most every ten minutes",
  params: byId,
  output: ScheduleView,
  errors: ["dashboard.schedule_not_found", "dashboard.not_published"],
});

export const unsubscribe = defineRoute({
  method: "post",
  path: "/shared/unsubscribe",
  permission: "public",
  summary: "End the mails of a dashboard to whoever a link in them was sent to",
  body: z.strictObject({ token: z.string().max(200) }),
  output: z.strictObject({ title: z.string() }),
  errors: ["dashboard.link_gone"],
  idempotencyKey: false,
});
