import { desc, eq } from "drizzle-orm";
import { fail } from "#domain/errors.ts";
import type { ExportRecord } from "#domain/exports/events.ts";
import type { ExportView, Progress } from "#domain/exports/model.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { exports, type ExportRow } from "./schema.ts";

/** Exports that the list shows: older ones have long been removed, and stand in the audit log. */
const SHOWN = 30;

export function readExports(ctx: Ctx): Promise<ExportRow[]> {
  return ctx.db.select().from(exports).orderBy(desc(exports.id)).limit(SHOWN);
}

/** Error: `export.not_found`. */
export async function findExport(ctx: Ctx, id: string): Promise<ExportRow> {
  const [row] = await ctx.db.select().from(exports).where(eq(exports.id, id));
  return row ?? fail("export.not_found");
}

export function viewOf(row: ExportRow, progress: Progress | null = null): ExportView {
  const { startedBy, startedByName, ...rest } = row;
  return { ...rest, startedBy: { id: startedBy, name: startedByName }, progress };
}

/** What the audit log keeps of an export. */
export function recordOf({ id, state, size, rows, files, fault }: ExportRow): ExportRecord {
  return { id, state, size, rows, files, fault };
}
