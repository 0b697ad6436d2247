import { sql } from "drizzle-orm";
import type { RefusedRow } from "#domain/board-imports/model.ts";
import { firstOps, lastOps, partOps, type RowOp } from "#domain/board-imports/part-ops.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { makeTemplates, type Step } from "./part-templates.ts";
import { readPart } from "./queries.ts";
import { pushPart, type Room } from "./push-part.ts";
import type { ImportRow } from "./schema.ts";

/** More refused rows than this are counted by the difference, not listed. */
const LISTED = 500;

/** Pushes ops and tells which rows the board refused, and why, each once. */
async function pushRows(
  ctx: Ctx,
  room: Room,
  row: ImportRow,
  part: { name: string; ops: readonly RowOp[] },
): Promise<RefusedRow[]> {
  const ops = part.ops.map(({ op }) => op);
  const results = await pushPart(room, ctx.tenant, row, part.name, ops);
  const refused = new Map<string, RefusedRow>();
  results.forEach((result, i) => {
    if (result.outcome !== "rejected") return;
    const one = { row: part.ops[i]?.row ?? 0, reason: result.reason };
    refused.set(`${one.row} ${one.reason}`, one);
  });
  return [...refused.values()];
}

/** Tags that the board has given a colour already, which stays. */
async function coloredTags(ctx: Ctx, board: string): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ id: sql<string>`id` })
    .from(sql`board_tags`)
    .where(sql`board_id = ${board} AND color IS NOT NULL`);
  return new Set(rows.map(({ id }) => id));
}

/** The columns that the import makes, in their order, and the colours of tags, before any card. */
async function makeFirst(ctx: Ctx, room: Room, row: ImportRow): Promise<void> {
  const known = row.tags.length > 0 ? await coloredTags(ctx, row.boardId) : new Set();
  const tags = row.tags.filter(({ tag }) => !known.has(tag));
  await pushRows(ctx, room, row, { name: "columns", ops: firstOps(row.columns, tags) });
}

/** Makes the next part: its cards with all that belongs to them, and its card templates. @returns what the row becomes. */
export async function makePart(ctx: Ctx, room: Room, row: ImportRow): Promise<Step> {
  if (row.nextPart === 0) await makeFirst(ctx, room, row);
  const part = await readPart(ctx, row.id, row.nextPart);
  const ops = partOps(part);
  const refused = await pushRows(ctx, room, row, { name: `part-${row.nextPart}`, ops });
  const { left, ...beside } = await makeTemplates(ctx, row, part.templates);
  if (left > 0) refused.push({ row: 0, reason: "too_many" });
  const done = row.done + part.cards.length;
  const nextPart = row.nextPart + 1;
  const isLast = row.parts === null ? done >= row.total : nextPart >= row.parts;
  if (isLast) await pushRows(ctx, room, row, { name: "end", ops: lastOps(row.columns) });
  const set = {
    done,
    nextPart,
    refused: [...row.refused, ...refused].slice(0, LISTED),
    ...(isLast ? { state: "done" as const } : {}),
  };
  return { set, ...beside };
}
