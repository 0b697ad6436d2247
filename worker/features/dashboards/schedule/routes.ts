import * as api from "#domain/dashboards/schedule/api.ts";
import { bind, bindPublic } from "#worker/platform/bind.ts";
import { createSchedule, deleteSchedule, updateSchedule } from "./change-schedule.ts";
import { listSchedules } from "./read-schedules.ts";
import { sendScheduleNow } from "./send-now.ts";
import { trySchedule } from "./try-schedule.ts";
import { unsubscribe } from "./unsubscribe.ts";

/** Routes of the mails of dashboards. */
export const scheduleRoutes = [
  bind(api.listSchedules, (ctx, { params }) => listSchedules(ctx, params)),
  bind(api.createSchedule, (ctx, { params, body }) => createSchedule(ctx, { ...params, ...body })),
  bind(api.updateSchedule, (ctx, { params, body }) => updateSchedule(ctx, { ...params, ...body })),
  bind(api.deleteSchedule, (ctx, { params }) => deleteSchedule(ctx, params)),
  bind(api.trySchedule, (ctx, { params }) => trySchedule(ctx, params)),
  bind(api.sendSchedule, (ctx, { params }) => sendScheduleNow(ctx, params)),
  bindPublic(api.unsubscribe, (ctx, { body }) => unsubscribe(ctx, body)),
];
