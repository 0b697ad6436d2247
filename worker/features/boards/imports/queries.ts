import { and, count, desc, eq, max, sum } from "drizzle-orm";
import type { ImportRecord } from "#domain/board-imports/events.ts";
import type { ImportPart, ImportView } from "#domain/board-imports/model.ts";
import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { boardImports, importParts, type ImportRow } from "./schema.ts";

const SHOWN = 30;

export function readImports(ctx: Ctx): Promise<ImportRow[]> {
  return ctx.db.select().from(boardImports).orderBy(desc(boardImports.id)).limit(SHOWN);
}

/** Error: `import.not_found`. */
export async function findImport(ctx: Ctx, id: string): Promise<ImportRow> {
  const [row] = await ctx.db.select().from(boardImports).where(eq(boardImports.id, id));
  return row ?? fail("import.not_found", { id });
}

/** One part; empty when it never came. */
export async function readPart(ctx: Ctx, importId: string, number: number): Promise<ImportPart> {
  const [part] = await ctx.db
    .select()
    .from(importParts)
    .where(and(eq(importParts.importId, importId), eq(importParts.number, number)));
  return part ? { cards: part.cards, ...part.more } : { cards: [] };
}

/** Whether all cards have come, in as many parts as were announced, without a gap. */
export async function isWhole(ctx: Ctx, { id, total, parts: wanted }: ImportRow): Promise<boolean> {
  const [row] = await ctx.db
    .select({
      cards: sum(importParts.size).mapWith(Number),
      parts: count(),
      last: max(importParts.number),
    })
    .from(importParts)
    .where(eq(importParts.importId, id));
  const { cards, parts, last } = row ?? { cards: 0, parts: 0, last: null };
  const all = wanted === null || wanted === parts;
  return all && (cards ?? 0) === total && (last ?? -1) === parts - 1;
}

export function viewOf(row: ImportRow): ImportView {
  const { id, version, state, source, fileName, boardId, title, newBoard } = row;
  const { total, done, refused, kept, startedAt, finishedAt } = row;
  const startedBy = { id: row.startedBy, name: row.startedByName };
  const what = { id, version, state, source, fileName, boardId, title, newBoard };
  return { ...what, total, done, refused, kept, startedBy, startedAt, finishedAt };
}

/** What the audit log keeps of an import. */
export function recordOf(row: ImportRow): ImportRecord {
  const { id, state, source, fileName, boardId, title, total } = row;
  return { id, state, source, fileName, boardId, title, total };
}
