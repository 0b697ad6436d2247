import { sql } from "drizzle-orm";
import { BOARD_FILE, type BoardFile } from "#domain/board-imports/board-file.ts";
import { boardCsv } from "#domain/boards/board-csv.ts";
import { fail } from "#domain/errors.ts";
import { can } from "#domain/permissions.ts";
import { listMembers } from "#worker/features/members/list-members.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { Reply } from "#worker/platform/reply.ts";
import type { BoardRpc, BoardSnapshot } from "./board-rpc.ts";
import { findBoard } from "./queries.ts";

/** Names of the clients that a board's cards name. */
async function clientNames(ctx: Ctx, board: string): Promise<Map<string, string>> {
  const rows = await ctx.db
    .select({ id: sql<string>`id`, company: sql<string>`company` })
    .from(sql`clients`)
    .where(sql`id IN (SELECT client_id FROM tasks WHERE board_id = ${board})`);
  return new Map(rows.map(({ id, company }) => [id, company]));
}

async function boardFile(ctx: Ctx, id: string): Promise<BoardFile> {
  const [board, clients, { items }, actor] = await Promise.all([
    findBoard(ctx, id),
    clientNames(ctx, id),
    listMembers(ctx),
    ctx.actor(),
  ]);
  if (!board) return fail("board.not_found", { id });
  const room = await ctx.rooms.board<BoardRpc>(id);
  const now = (await room.snapshot(ctx.tenant)) as BoardSnapshot | null;
  if (!now) return fail("board.not_found", { id });
  const addressed = can(actor, "identity.read");
  const people = new Map(
    items.map(({ userId, name, email }) => [userId, { name, email: addressed ? email : null }]),
  );
  const columns = now.columns.map(({ name, category, wipLimit }) => ({ name, category, wipLimit }));
  const place = new Map(now.columns.map((column, at) => [column.id, at]));
  // In the order of the board: by column, then as they stand in it.
  const cards = now.cards.toSorted(
    (a, b) => (place.get(a.columnId) ?? 0) - (place.get(b.columnId) ?? 0),
  );
  return {
    ...BOARD_FILE,
    title: board.title,
    prefix: board.prefix,
    exportedAt: isoNow(ctx.clock),
    columns,
    cards: cards.map((card) => ({
      reference: `${board.prefix}-${card.number ?? 0}`,
      column: place.get(card.columnId) ?? 0,
      title: card.title,
      description: card.description,
      priority: card.priority,
      dueOn: card.dueOn,
      tags: card.tags,
      assignees: card.assigneeIds.flatMap((person) => people.get(person) ?? []),
      client: can(actor, "clients.read") ? (clients.get(card.clientId ?? "") ?? null) : null,
    })),
  };
}

const nameOf = (board: BoardFile, ending: string) => {
  const name = `${board.prefix.toLowerCase()}-${board.exportedAt.slice(0, 10)}.${ending}`;
  return { "content-disposition": `attachment; filename="${name}"` };
};

/** A board as a file that can be imported again. People go by name and address. Error: `board.not_found`. */
export async function exportBoard(ctx: Ctx, { id }: { id: string }): Promise<Reply<BoardFile>> {
  const board = await boardFile(ctx, id);
  return new Reply(board, nameOf(board, "json"));
}

/** A board's cards as CSV that Excel opens right in a language. Error: `board.not_found`. */
export async function exportBoardCsv(
  ctx: Ctx,
  { id, language }: { id: string; language: "fr" | "en" },
): Promise<Response> {
  const board = await boardFile(ctx, id);
  const headers = { "content-type": "text/csv; charset=utf-8", ...nameOf(board, "csv") };
  return new Response(boardCsv(board, language), { headers });
}
