import type { TaskIntent } from "#domain/boards/task-ops.ts";
import type { BoardRecord, TaskView } from "#domain/boards/view.ts";
import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { BoardRpc, TaskOutcome } from "./board-rpc.ts";
import { requestClient } from "./request-client.ts";
import { taskOfCard } from "./task-record.ts";

/**
 * Asks a board's object for a change of one card and answers once D1 shows it, or says that it lags. All that was asked
 * is done, or nothing. Errors: `board.archived`, `board.card_not_found`, `board.column_not_found`, `board.op_rejected`,
 * `conflict.version` with the task as it now is, `request.idempotency_reuse`.
 */
export async function askTask(
  ctx: Ctx,
  board: BoardRecord,
  asked: { card: string; since: number | null; intent: TaskIntent },
): Promise<TaskView & { projected: boolean }> {
  if (board.archivedAt !== null) return fail("board.archived", { id: board.id });
  const by = await requestClient(ctx);
  const room = await ctx.rooms.board<BoardRpc>(board.id);
  const { outcome, projected } = (await room.changeTask(ctx.tenant, { ...by, ...asked })) as {
    outcome: TaskOutcome;
    projected: boolean;
  };
  if (outcome.kind === "done") return { ...taskOfCard(outcome, board), projected };
  if (outcome.kind === "conflict") {
    return fail("conflict.version", { current: taskOfCard(outcome, board) });
  }
  if (outcome.kind === "gone") return fail("board.card_not_found", { id: asked.card });
  if (outcome.kind === "no_column") return fail("board.column_not_found", { id: board.id });
  if (outcome.kind === "reused") return fail("request.idempotency_reuse");
  const reasons = outcome.kind === "rejected" ? outcome.reasons : [];
  return fail("board.op_rejected", { reasons });
}
