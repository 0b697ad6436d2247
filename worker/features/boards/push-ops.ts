import type { z } from "zod";
import type { pushOps as definition } from "#domain/boards/api.ts";
import type { Op } from "#domain/boards/ops.ts";
import { fail } from "#domain/errors.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { storedAnswer } from "#worker/platform/idempotency.ts";
import type { BoardRpc } from "./board-rpc.ts";
import { findBoard } from "./queries.ts";
import { requestClient } from "./request-client.ts";

type Answer = z.output<typeof definition.output>;

/**
 * Applies ops through the board's object and answers once D1 shows them, or says that it lags. The request's
 * idempotency key names a client of its own, so that a repeated request gets the same answers; with another body it is
 * refused, by the object while the first one is on its way, by the database from then on.
 * Errors: `board.not_found`, `board.archived`, `board.op_rejected` when every op was refused,
 * `request.idempotency_reuse`.
 */
export async function pushOps(
  ctx: Ctx,
  input: { id: string; ops: Op[]; base?: number | undefined },
): Promise<Answer> {
  const [stored, board, by] = await Promise.all([
    storedAnswer(ctx),
    findBoard(ctx, input.id),
    requestClient(ctx),
  ]);
  if (stored) return stored.answer as Answer;
  if (!board) return fail("board.not_found", { id: input.id });
  if (board.archivedAt !== null) return fail("board.archived", { id: input.id });
  const room = await ctx.rooms.board<BoardRpc>(input.id);
  const answer = await room.pushOutside(ctx.tenant, {
    ...by,
    ops: input.ops.map((op, i) => ({
      seq: i + 1,
      base: input.base ?? Number.MAX_SAFE_INTEGER,
      op,
    })),
  });
  if (answer === null) return fail("request.idempotency_reuse");
  const results = answer.results.map((result) => ({
    outcome: result.outcome,
    reason: result.outcome === "rejected" ? result.reason : null,
  }));
  if (results.every((result) => result.outcome === "rejected")) {
    return fail("board.op_rejected", { reasons: results.map((result) => result.reason) });
  }
  const told: Answer = { version: answer.version, projected: answer.projected, results };
  // Keeps the key with its answer, so that it is known to every other route and board as well.
  return ctx.idempotency ? commit(ctx, { writes: [], events: [], answer: told }) : told;
}
