import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { listWorkspaces as definition } from "#domain/workspaces/api.ts";
import type { WorkspaceItem } from "#domain/workspaces/model.ts";
import { can } from "#domain/permissions.ts";
import type { AnswerOf } from "#domain/route.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { listRecords } from "#worker/platform/records/list.ts";
import { workspaceKind } from "./kind.ts";
import { workspaces } from "./schema.ts";

/** How many of them a workspace holds. */
function counted(table: "data_sources" | "questions" | "dashboards") {
  const name = sql.raw(table);
  return sql<number>`(SELECT count(*) FROM ${name} AS held
    WHERE held.workspace_id = ${workspaces}.id AND held.deleted_at IS NULL)`;
}

/** One page of the workspaces that match, newest first. Error: `list.cursor_invalid`. */
export function listWorkspaces(
  ctx: Ctx,
  query: z.output<typeof definition.query>,
): Promise<AnswerOf<typeof definition>> {
  return listRecords(ctx, workspaceKind, query, {
    entity: "workspace",
    columns: {
      ...workspaceKind.columns,
      sources: counted("data_sources").as("sources"),
      questions: counted("questions").as("questions"),
      dashboards: counted("dashboards").as("dashboards"),
    },
    view: (row: WorkspaceItem, actor) => ({
      ...row,
      can: { write: can(actor, "analytics.write") },
    }),
  });
}
