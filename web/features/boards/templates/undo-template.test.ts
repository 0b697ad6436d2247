import { expect, test } from "vitest";
import { cardOf } from "#domain/boards/board-map.ts";
import type { Result } from "#domain/boards/messages.ts";
import type { Op } from "#domain/boards/ops.ts";
import { templateOps } from "#domain/boards/template-ops.ts";
import { dealt, run, testId } from "#domain/boards/testing.ts";
import { undoOps } from "#domain/boards/undo.ts";
import { createUndoStack, guardOf, type Way } from "#web/features/boards/sync/undo-stack.ts";
import { template } from "./testing-templates.ts";

const card = testId("crd", 40);

/** A board on which one person made a card of a template. */
function used() {
  const board = dealt(2, 2);
  const stack = createUndoStack();
  const perform = (ops: readonly Op[], way: Way) => {
    const results = ops.map((op, seq): Result => {
      const verdict = run(board, op);
      if (!("inverse" in verdict)) return { seq, version: board.version, outcome: "noop" };
      return { seq, version: board.version, at: "", ...verdict };
    });
    stack.done(way, results);
  };
  const made = { card, column: testId("col", 2), title: "Visa du lot béton" };
  const ops = templateOps(template(1), { ...made, dueOn: null, hasTag: () => true });
  perform(ops, { kind: "do" });
  const step = (kind: "undo" | "redo") => {
    const taken = stack.take(kind);
    if (!taken) throw new Error(`nothing to ${kind}`);
    const guard = (id: string, register: string) => guardOf(taken, id, register);
    perform(undoOps(taken.inverse, guard, board), { kind, step: taken });
  };
  return { board, stack, step };
}

test("one step takes back the card with its checklists, and one makes it again", () => {
  const { board, stack, step } = used();
  const whole = cardOf(board, card);
  step("undo");
  expect(cardOf(board, card)?.deleted).toBe(true);
  expect(stack.canUndo()).toBe(false);
  step("redo");
  const { checklists, items, tags } = cardOf(board, card) ?? {};
  expect(cardOf(board, card)?.deleted).toBe(false);
  expect({ checklists, items, tags }).toEqual({
    checklists: whole?.checklists,
    items: whole?.items,
    tags: whole?.tags,
  });
});

test("what somebody else wrote on it since keeps it", () => {
  const { board, step } = used();
  run(board, { kind: "card.update", card, set: { title: "À elle" } }, "usr_b");
  step("undo");
  expect(cardOf(board, card)).toMatchObject({ title: "À elle", deleted: false });
});
