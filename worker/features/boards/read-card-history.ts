import { and, desc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import type { readCardHistory as definition } from "#domain/boards/comments-api.ts";
import { fail } from "#domain/errors.ts";
import { audit as auditTable } from "#worker/platform/audit-table.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findBoard } from "./queries.ts";

type Query = z.output<typeof definition.query>;

/**
 * What was done to a card, last first, as the audit log keeps it. Ids of cards are unique below their board only.
 * Error: `board.not_found`.
 */
export async function readCardHistory(
  ctx: Ctx,
  input: { id: string; card: string } & Query,
): Promise<z.output<typeof definition.output>> {
  const [board, rows] = await Promise.all([findBoard(ctx, input.id), historyRows(ctx, input)]);
  if (!board) return fail("board.not_found", { id: input.id });
  const items = rows.slice(0, input.limit);
  return { items, next: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null };
}

function historyRows(
  ctx: Ctx,
  { id: board, card, before, limit }: Query & { id: string; card: string },
) {
  const { id, at, actorId, actorName, action, changes, entityId, containerId } = auditTable;
  return ctx.db
    .select({ id, at, actorId, actorName, action, changes })
    .from(auditTable)
    .where(and(eq(entityId, card), eq(containerId, board), before ? lt(id, before) : undefined))
    .orderBy(desc(id))
    .limit(limit + 1);
}
