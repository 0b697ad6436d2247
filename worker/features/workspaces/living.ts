import { and, eq, isNull, sql, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Write } from "#worker/platform/writes.ts";
import { workspaces } from "./schema.ts";

/** Holds for what belongs to a workspace that stands: whatever a deleted one holds is gone with it. */
export function inLiving(workspaceId: SQLiteColumn): SQL {
  return sql`${workspaceId} IN (SELECT id FROM workspaces WHERE deleted_at IS NULL)`;
}

/**
 * Writes nothing, and aborts the commit as a version conflict unless the workspace stands as the batch runs and `holds` is true.
 */
export function workspaceGuard(id: string, holds?: SQL): Write {
  return {
    guarded: true,
    build: (db) =>
      db
        .update(workspaces)
        .set({ id })
        .where(and(eq(workspaces.id, id), isNull(workspaces.deletedAt), holds)),
  };
}
