import { defineEvents } from "#domain/events.ts";
import type { DashboardCommentRecord } from "./model.ts";

/** What happens to comments, on the topic of their dashboards. */
export const dashboardCommentEvent = defineEvents<
  DashboardCommentRecord,
  "created" | "updated" | "deleted" | "restored"
>({
  entity: "dashboard_comment",
  topic: "dashboards",
  permission: "analytics.read",
  actions: ["created", "updated", "deleted", "restored"],
  edits: ["updated"],
  silent: ["id", "createdAt", "updatedAt", "editedAt"],
  label: ({ text }) => text.slice(0, 80),
  search: () => null,
});
