import type { BringCard } from "#domain/boards/bring.ts";
import { coverFile } from "#domain/boards/cover.ts";
import type { Comment } from "#domain/boards/comment.ts";
import { type Card, watchersOf } from "#domain/boards/model.ts";
import { fail } from "#domain/errors.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { storedAnswer } from "#worker/platform/idempotency.ts";
import type { BoardRpc } from "./board-rpc.ts";
import { facePath, filePath } from "./file-paths.ts";
import { findBoard } from "./queries.ts";
import { requestClient } from "./request-client.ts";

/** Comments in one op: with texts of the most length it stays below what an op may be. */
const COMMENTS_AT_ONCE = 5;

interface Input {
  id: string;
  card: string;
  from: { board: string; card: string };
  comments: boolean;
}

/** Copies a file's bytes, and its small picture, to another board; what is there already stays. */
async function copyFile(ctx: Ctx, from: string, to: string, file: string): Promise<void> {
  for (const path of [filePath, facePath]) {
    const target = path({ id: to, file });
    if (await ctx.files.head(target)) continue;
    const found = await ctx.files.get(path({ id: from, file }));
    if (!found) continue;
    const name = found.customMetadata?.["name"];
    const type = found.httpMetadata?.contentType;
    await ctx.files.put(target, found.body, name && type ? { name, type } : undefined);
  }
}

/** The ops that say it: files first, then comments, some at a time. */
function opsFor(card: string, was: Card, comments: readonly Comment[]): BringCard[] {
  const said = comments.map((comment) => {
    const { id, text, mentions, authorId, createdAt, editedAt, imported } = comment;
    const own = { id, text, mentions, authorId, createdAt, editedAt };
    return imported ? { ...own, imported } : own;
  });
  const none = { files: [], cover: null, watcherIds: [], comments: [] };
  const base = { kind: "card.bring" as const, card };
  const cover = coverFile(was)?.id ?? null;
  const ops: BringCard[] = [
    { ...base, ...none, files: was.files, cover, watcherIds: [...watchersOf(was)] },
  ];
  for (let at = 0; at < said.length; at += COMMENTS_AT_ONCE) {
    ops.push({ ...base, ...none, comments: said.slice(at, at + COMMENTS_AT_ONCE) });
  }
  return ops;
}

/**
 * Brings to a card what its original on another board has: files, copied, and comments under their authors and instants.
 * May be repeated: what is there stays. Errors: `board.not_found`, `board.archived`, `board.card_not_found`,
 * `board.op_rejected`, `request.idempotency_reuse`.
 */
export async function bringCard(ctx: Ctx, input: Input) {
  const [stored, board, other, by] = await Promise.all([
    storedAnswer(ctx),
    findBoard(ctx, input.id),
    findBoard(ctx, input.from.board),
    requestClient(ctx),
  ]);
  if (stored) return stored.answer as { files: number; comments: number };
  if (!board || !other) return fail("board.not_found", { id: input.id });
  if (board.archivedAt !== null) return fail("board.archived", { id: input.id });
  const source = await ctx.rooms.board<BoardRpc>(other.id);
  const was = (await source.card(ctx.tenant, input.from.card)) as Card | null;
  if (!was) return fail("board.card_not_found");
  const talk = input.comments
    ? ((await source.comments(ctx.tenant, was.id)) as { comments: Comment[] })
    : { comments: [] };
  for (const { id } of was.files) await copyFile(ctx, other.id, board.id, id);
  const room = await ctx.rooms.board<BoardRpc>(board.id);
  const ops = opsFor(input.card, was, talk.comments);
  const told = await room.pushOutside(ctx.tenant, {
    ...by,
    carries: true,
    ops: ops.map((op, i) => ({ seq: i + 1, base: Number.MAX_SAFE_INTEGER, op })),
  });
  if (told === null) return fail("request.idempotency_reuse");
  const reasons = told.results.flatMap((one) => (one.outcome === "rejected" ? [one.reason] : []));
  if (reasons.length > 0) return fail("board.op_rejected", { reasons });
  const answer = { files: was.files.length, comments: talk.comments.length };
  return ctx.idempotency ? commit(ctx, { writes: [], events: [], answer }) : answer;
}
