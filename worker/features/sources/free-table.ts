import { sql } from "drizzle-orm";
import { Fault, fail } from "#domain/errors.ts";
import type { SourceRecord } from "#domain/sources/model.ts";
import { workspaceGuard } from "#worker/features/workspaces/living.ts";
import { workspaceKind } from "#worker/features/workspaces/kind.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import type { Write } from "#worker/platform/writes.ts";

type Place = Pick<SourceRecord, "id" | "workspaceId" | "table">;

/** Aborts the commit unless the workspace stands and no other source of it has this name in SQL. */
export function tableGuard({ id, workspaceId, table }: Place): Write {
  return workspaceGuard(
    workspaceId,
    sql`NOT EXISTS (SELECT 1 FROM data_sources AS other WHERE other.workspace_id = ${workspaceId}
      AND other.table_name = ${table} AND other.deleted_at IS NULL AND other.id <> ${id})`,
  );
}

/** Whether another source of the workspace has this name in SQL. */
export async function tableTaken(ctx: Ctx, place: Place): Promise<boolean> {
  const row = await ctx.db
    .select({ id: sql<string>`id` })
    .from(sql`data_sources`)
    .where(
      sql`workspace_id = ${place.workspaceId} AND table_name = ${place.table} AND deleted_at IS NULL AND id <> ${place.id}`,
    );
  return row.length > 0;
}

/** Says what a guard of `tableGuard` found; rethrows what it was not. Errors: `workspace.not_found`, `source.table_taken`. */
export async function explainRefused(ctx: Ctx, place: Place, error: unknown): Promise<never> {
  if (!(error instanceof Fault) || error.code !== "conflict.version") throw error;
  const { workspaceId: id, table } = place;
  if (!(await findRecord(ctx, workspaceKind, id))) return fail("workspace.not_found", { id });
  if (await tableTaken(ctx, place)) return fail("source.table_taken", { table });
  throw error;
}
