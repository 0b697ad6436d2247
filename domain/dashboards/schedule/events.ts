import { defineEvents } from "#domain/events.ts";
import type { ScheduleRecord } from "./model.ts";

/** What happens to the mails of dashboards. Addresses of outsiders stand in no difference: there are how many of them. */
export const scheduleEvent = defineEvents<
  Omit<ScheduleRecord, "outsiders" | "nextAt"> & {
    title: string;
    outsiderCount: number;
    /** Of a sending by hand. */
    mails?: number;
  },
  "created" | "updated" | "deleted" | "sent" | "unsubscribed"
>({
  entity: "dashboard_schedule",
  topic: "dashboards",
  permission: "analytics.read",
  actions: ["created", "updated", "deleted", "sent", "unsubscribed"],
  edits: ["updated"],
  silent: ["id", "title", "createdAt", "updatedAt"],
  label: ({ title }) => title,
  search: () => null,
});
