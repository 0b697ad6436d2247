import { sql } from "drizzle-orm";
import type { BoardFile } from "#domain/board-imports/board-file.ts";
import { type BoardRecords, writeBoardFile } from "#domain/board-imports/write-board-file.ts";
import { boardCsv } from "#domain/boards/board-csv.ts";
import { fail } from "#domain/errors.ts";
import { can } from "#domain/permissions.ts";
import { listMembers } from "#worker/features/members/list-members.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { Reply } from "#worker/platform/reply.ts";
import type { BoardPage, BoardRpc, PagePlace } from "./board-rpc.ts";
import { findBoard } from "./queries.ts";
import { findTemplates } from "./template-queries.ts";

/** Names of the clients that a board's cards name. */
async function clientNames(ctx: Ctx, board: string): Promise<Map<string, string>> {
  const rows = await ctx.db
    .select({ id: sql<string>`id`, company: sql<string>`company` })
    .from(sql`clients`)
    .where(sql`id IN (SELECT client_id FROM tasks WHERE board_id = ${board})`);
  return new Map(rows.map(({ id, company }) => [id, company]));
}

/** Titles of the notes that a board's cards name, by id; those that were deleted have none. */
async function noteTitles(ctx: Ctx, board: string): Promise<Map<string, string>> {
  const rows = await ctx.db
    .select({ id: sql<string>`id`, title: sql<string>`title` })
    .from(sql`notes`)
    .where(
      sql`deleted_at IS NULL AND id IN (SELECT l.key FROM tasks t, json_each(t.links) AS l
        WHERE t.board_id = ${board} AND instr(t.links, 'not_') > 0)`,
    );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** After so many changes under the reader's eyes, what was read last is taken: each record as it was when it was read. */
const TRIES = 4;

/** All records of a board, of one version of it unless people never stop writing. Null when it was never founded. */
async function readRecords(ctx: Ctx, id: string): Promise<BoardRecords | null> {
  const room = await ctx.rooms.board<BoardRpc>(id);
  for (let tries = 1; ; tries += 1) {
    const pages: BoardPage[] = [];
    let after: PagePlace | null = null;
    do {
      // Each page begins where the one before it ended.
      const page = (await room.page(ctx.tenant, after)) as BoardPage | null;
      if (!page) return null;
      pages.push(page);
      after = page.next;
    } while (after);
    if (tries === TRIES || new Set(pages.map(({ version }) => version)).size === 1) {
      return {
        columns: pages.flatMap(({ columns }) => columns),
        tags: pages.flatMap(({ tags }) => tags),
        cards: pages.flatMap(({ cards }) => cards),
        comments: pages.flatMap(({ comments }) => comments),
      };
    }
  }
}

async function boardFile(ctx: Ctx, id: string): Promise<BoardFile> {
  const [board, templates, clients, notes, { items }, actor] = await Promise.all([
    findBoard(ctx, id),
    findTemplates(ctx, id),
    clientNames(ctx, id),
    noteTitles(ctx, id),
    listMembers(ctx),
    ctx.actor(),
  ]);
  if (!board) return fail("board.not_found", { id });
  const records = await readRecords(ctx, id);
  if (!records) return fail("board.not_found", { id });
  const addressed = can(actor, "identity.read");
  const named = can(actor, "clients.read");
  const noted = can(actor, "notes.read");
  const people = new Map(
    items.map(({ userId, name, email }) => [userId, { name, email: addressed ? email : null }]),
  );
  return writeBoardFile(records, {
    title: board.title,
    prefix: board.prefix,
    exportedAt: isoNow(ctx.clock),
    templates,
    person: (person) => people.get(person) ?? null,
    note: (note) => (noted ? (notes.get(note) ?? null) : null),
    client: (client) => (named ? (clients.get(client) ?? null) : null),
  });
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
