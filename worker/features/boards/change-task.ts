import type { TaskChanges, TaskInput } from "#domain/boards/task-change.ts";
import type { TaskIntent } from "#domain/boards/task-ops.ts";
import type { TaskView } from "#domain/boards/view.ts";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { storedAnswer } from "#worker/platform/idempotency.ts";
import { askTask } from "./ask-task.ts";
import { findBoard } from "./queries.ts";
import { findTask } from "./task-record.ts";

type Answer = TaskView & { projected: boolean };
interface One {
  id: string;
  board?: string | undefined;
}

/** Keeps the idempotency key with its answer, so that it is known to every other route and board as well. */
function keep<A>(ctx: Ctx, answer: A): Promise<A> | A {
  return ctx.idempotency ? commit(ctx, { writes: [], events: [], answer }) : answer;
}

async function change(
  ctx: Ctx,
  one: One & { deleted?: boolean },
  asked: { since: number | null; intent: TaskIntent },
): Promise<Answer> {
  const found = findTask(ctx, one);
  found.catch(() => undefined);
  const stored = await storedAnswer(ctx);
  if (stored) return stored.answer as Answer;
  const { board } = await found;
  return askTask(ctx, board, { card: one.id, ...asked });
}

/** Creates a task through its board's object. Errors: `board.not_found` and those of `askTask`. */
export async function createTask(ctx: Ctx, input: TaskInput): Promise<Answer> {
  const { boardId, ...changes } = input;
  const [stored, board] = await Promise.all([storedAnswer(ctx), findBoard(ctx, boardId)]);
  if (stored) return stored.answer as Answer;
  if (!board) return fail("board.not_found", { id: boardId });
  const card = newId("crd", ctx.clock.now());
  const intent = { kind: "create", changes } as const;
  return keep(ctx, await askTask(ctx, board, { card, since: null, intent }));
}

/** Changes a task. Errors: those of `findTask` and `askTask`. */
export async function updateTask(
  ctx: Ctx,
  { version, changes, ...one }: One & { version: number; changes: TaskChanges },
): Promise<Answer> {
  const intent = { kind: "update", changes } as const;
  return keep(ctx, await change(ctx, one, { since: version, intent }));
}

/** Deletes a task; `restoreTask` brings it back. Errors: those of `findTask` and `askTask`. */
export async function deleteTask(ctx: Ctx, one: One): Promise<{ projected: boolean }> {
  const { projected } = await change(ctx, one, { since: null, intent: { kind: "delete" } });
  return keep(ctx, { projected });
}

/** Brings a deleted task back. Errors: those of `findTask` and `askTask`. */
export async function restoreTask(ctx: Ctx, one: One): Promise<Answer> {
  const asked = { since: null, intent: { kind: "restore" } as const };
  return keep(ctx, await change(ctx, { ...one, deleted: true }, asked));
}
