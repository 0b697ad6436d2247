import { expect, test } from "vitest";
import { type BoardMap, cardOf, mapReader } from "#domain/boards/board-map.ts";
import type { Result } from "#domain/boards/messages.ts";
import type { Op } from "#domain/boards/ops.ts";
import { dealt, run, testId } from "#domain/boards/testing.ts";
import { undoOps } from "#domain/boards/undo.ts";
import { createUndoStack, guardOf, type Way } from "./undo-stack.ts";

const card = testId("crd", 1);
const title = (text: string): Op => ({ kind: "card.update", card, set: { title: text } });

/** One person at a board: does, takes back, does again. */
function person(board: BoardMap) {
  const stack = createUndoStack();
  function perform(ops: readonly Op[], way: Way): void {
    const results = ops.map((op, i): Result => {
      const verdict = run(board, op);
      if (verdict.outcome === "noop" || verdict.outcome === "rejected") {
        return { seq: i, version: board.version, outcome: "noop" };
      }
      return { seq: i, version: board.version, at: "", ...verdict };
    });
    stack.done(way, results);
  }
  function back(kind: "undo" | "redo"): void {
    const step = stack.take(kind);
    if (!step) return;
    const guard = (id: string, register: string) => guardOf(step, id, register);
    perform(undoOps(step.inverse, guard, board), { kind, step });
  }
  return { stack, act: (...ops: Op[]) => perform(ops, { kind: "do" }), back };
}

const to = (n: number): Op => ({
  kind: "card.move",
  card: testId("crd", n),
  column: testId("col", 2),
  after: null,
  before: null,
});

test("several steps of one's own come back one by one, and go forward again", () => {
  const board = dealt(1, 1);
  const { act, back } = person(board);
  act(title("Un"));
  act(title("Deux"));
  act(title("Trois"));
  const shown: (string | undefined)[] = [];
  const look = () => shown.push(cardOf(board, card)?.title);
  for (const way of ["undo", "undo", "undo", "redo", "redo", "redo", "undo"] as const) {
    back(way);
    look();
  }
  expect(shown).toEqual(["Deux", "Un", "Card 1", "Un", "Deux", "Trois", "Deux"]);
});

test("a value of somebody else in between is never touched, not even through one's own later step", () => {
  const board = dealt(1, 1);
  const { act, back } = person(board);
  act(title("Un"));
  run(board, title("D’un autre"), "usr_b");
  act(title("Deux"));
  back("undo");
  expect(cardOf(board, card)?.title).toBe("D’un autre");
  back("undo");
  expect(cardOf(board, card)?.title).toBe("D’un autre");
});

test("many ops of one step come back together", () => {
  const board = dealt(2, 6);
  const { act, back, stack } = person(board);
  act(to(1), to(3), to(5));
  back("undo");
  const lane = mapReader(board).cardLane(testId("col", 1), "");
  expect(lane.all().map((row) => row.id)).toEqual([1, 3, 5].map((n) => testId("crd", n)));
  expect(stack.canUndo()).toBe(false);
});

test("a new step ends what could be done again", () => {
  const board = dealt(1, 1);
  const { act, back, stack } = person(board);
  act(title("Un"));
  back("undo");
  expect(stack.canRedo()).toBe(true);
  act(title("Autre"));
  expect(stack.canRedo()).toBe(false);
});
