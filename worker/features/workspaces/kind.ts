import { getTableColumns } from "drizzle-orm";
import { can } from "#domain/permissions.ts";
import { workspaceEvent } from "#domain/workspaces/events.ts";
import type { WorkspaceRecord, WorkspaceView } from "#domain/workspaces/model.ts";
import type { RecordKind } from "#worker/platform/records/kind.ts";
import { workspaces } from "./schema.ts";

const { deletedAt: _deleted, ...columns } = getTableColumns(workspaces);

/** Workspaces, for the verbs of every record. */
export const workspaceKind: RecordKind<WorkspaceRecord, WorkspaceView> = {
  table: workspaces,
  columns,
  missing: "workspace.not_found",
  event: workspaceEvent,
  view: (record, actor) => ({ ...record, can: { write: can(actor, "analytics.write") } }),
};
