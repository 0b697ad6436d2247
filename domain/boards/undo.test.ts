import * as fc from "fast-check";
import { expect, test } from "vitest";
import { allCards, cardOf, columnOf, mapReader } from "./board-map.ts";
import type { Op } from "./ops.ts";
import { anyOp, columnOp, contents, dealt, run, testId } from "./testing.ts";
import { inOrder } from "./parts.ts";
import { undoOps } from "./undo.ts";
import { isThere } from "./whole.ts";

const card = testId("crd", 1);

/** Runs an op and returns the function that takes it back. */
function undoable(board: ReturnType<typeof dealt>, op: Op) {
  const verdict = run(board, op);
  if (!("inverse" in verdict)) return () => [];
  const { version } = board;
  return () => undoOps(verdict.inverse, () => version, board).map((o) => run(board, o));
}

/** What a person sees of cards, in order. */
function seen(board: ReturnType<typeof dealt>) {
  return [...allCards(board)]
    .filter(isThere)
    .map(({ id, title, description, priority, dueOn, tags, columnId, ...rest }) => ({
      id,
      cover: rest.cover,
      links: rest.links,
      lists: inOrder(rest.checklists).map((list) => list.name),
      lines: inOrder(rest.items).map(({ list, text, done }) => [list, text, done]),
      title,
      description,
      priority,
      dueOn,
      tags: tags.toSorted(),
      columnId,
      at: mapReader(board)
        .cardLane(columnId, "")
        .all()
        .findIndex((row) => row.id === id),
    }));
}

const to = (column: number): Op => ({
  kind: "card.move",
  card,
  column: testId("col", column),
  after: null,
  before: null,
});

test("undo right after any op brings back what was seen", () => {
  fc.assert(
    fc.property(fc.array(anyOp, { maxLength: 20 }), anyOp, (before, op) => {
      const board = dealt(3, 6);
      for (const o of before) run(board, o);
      // Nobody sees a card in an archived column: what takes it out, or off the board and back, leaves it with the others.
      const column = "card" in op && cardOf(board, op.card)?.columnId;
      fc.pre(!column || !columnOf(board, column)?.archived);
      const was = seen(board);
      undoable(board, op)();
      expect(seen(board)).toEqual(was);
    }),
    { numRuns: 300 },
  );
});

test("undo leaves a later value of somebody else alone", () => {
  const board = dealt(2, 2);
  const undo = undoable(board, {
    kind: "card.update",
    card,
    set: { title: "Mine", priority: "high" },
  });
  run(board, { kind: "card.update", card, set: { title: "Theirs" } }, "usr_b");
  expect(undo()).toMatchObject([{ outcome: "rebased" }]);
  expect(cardOf(board, card)).toMatchObject({ title: "Theirs", priority: "none" });
});

test("undo of a move does nothing when somebody moved the card since", () => {
  const board = dealt(3, 3);
  const undo = undoable(board, to(2));
  run(board, to(3), "usr_b");
  const before = contents(board);
  expect(undo()).toEqual([{ outcome: "noop" }]);
  expect(contents(board)).toEqual(before);
});

test("undo of a creation keeps the card when somebody wrote on it", () => {
  const board = dealt(1, 1);
  const created = testId("crd", 7);
  const op: Op = {
    kind: "card.create",
    card: created,
    column: testId("col", 1),
    after: null,
    before: null,
    fields: { title: "New" },
  };
  const undo = undoable(board, op);
  run(board, { kind: "card.update", card: created, set: { dueOn: "2026-12-01" } }, "usr_b");
  undo();
  expect(cardOf(board, created)?.deleted).toBe(false);
});

test("undo of a new column keeps it when somebody gave it another name", () => {
  const board = dealt(1, 1);
  const undo = undoable(board, columnOp(7));
  const column = testId("col", 7);
  run(board, { kind: "column.update", column, set: { name: "Theirs" } }, "usr_b");
  undo();
  expect(columnOf(board, column)).toMatchObject({ name: "Theirs", deleted: false });
  undoable(board, columnOp(8))();
  expect(columnOf(board, testId("col", 8))?.deleted).toBe(true);
});

test("undo of a deleted column brings back column and cards", () => {
  const board = dealt(2, 6);
  const was = seen(board);
  undoable(board, {
    kind: "column.delete",
    column: testId("col", 1),
    moveTo: testId("col", 2),
  })();
  expect(seen(board)).toEqual(was);
});
