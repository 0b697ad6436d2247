import { defineEvents } from "#domain/events.ts";
import type { WorkspaceRecord } from "./model.ts";

/** What happens to workspaces. */
export const workspaceEvent = defineEvents<
  WorkspaceRecord,
  "created" | "updated" | "deleted" | "restored"
>({
  entity: "workspace",
  topic: "workspaces",
  permission: "analytics.read",
  actions: ["created", "updated", "deleted", "restored"],
  edits: ["updated"],
  silent: ["id", "createdAt", "updatedAt"],
  search: (workspace) => ({
    title: workspace.title,
    subtitle: "",
    body: workspace.description,
    href: `/analytics/w/${workspace.id}`,
  }),
});
