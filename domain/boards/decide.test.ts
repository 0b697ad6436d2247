import * as fc from "fast-check";
import { expect, test } from "vitest";
import { allCards, allColumns, boardMap, cardOf, mapReader } from "./board-map.ts";
import { Op } from "./ops.ts";
import { anyOp, cardOp, columnOp, dealt, run, testId } from "./testing.ts";
import { isThere } from "./whole.ts";

const titles = (board: ReturnType<typeof dealt>, column: number) =>
  mapReader(board)
    .cardLane(testId("col", column), "")
    .all()
    .map((row) => cardOf(board, row.id)?.title);

const move = (card: number, column: number, after: number | null, before: number | null): Op => ({
  kind: "card.move",
  card: testId("crd", card),
  column: testId("col", column),
  after: after === null ? null : testId("crd", after),
  before: before === null ? null : testId("crd", before),
});

const tags = (add: string[], remove: string[]): Op => ({
  kind: "card.update",
  card: testId("crd", 1),
  set: {},
  tags: { add, remove },
});

const drop = (moveTo: string | null): Op => ({
  kind: "column.delete",
  column: testId("col", 1),
  moveTo,
});

test("a card goes between the neighbours that the sender saw", () => {
  const board = dealt(1, 4);
  expect(run(board, move(4, 1, 1, 2)).outcome).toBe("applied");
  expect(titles(board, 1)).toEqual(["Card 1", "Card 4", "Card 2", "Card 3"]);
});

test("with one neighbour gone the other one tells, and the answer says rebased", () => {
  const board = dealt(2, 6);
  run(board, { kind: "card.delete", card: testId("crd", 1) });
  expect(run(board, move(2, 1, 1, 3)).outcome).toBe("rebased");
  expect(titles(board, 1)).toEqual(["Card 2", "Card 3", "Card 5"]);
});

test("a move to where the card already is changes nothing", () => {
  const board = dealt(1, 3);
  const { version } = board;
  expect(run(board, move(2, 1, 1, 3))).toEqual({ outcome: "noop" });
  expect(board.version).toBe(version);
});

test("a repeated creation changes nothing, whatever it carries", () => {
  const board = dealt(1, 1);
  expect(run(board, cardOp(1, 1, "Another title"))).toEqual({ outcome: "noop" });
});

test("a card created in a column that is gone lands in the first one, so typed text stays", () => {
  const board = dealt(2, 0);
  run(board, { kind: "column.delete", column: testId("col", 2), moveTo: null });
  expect(run(board, cardOp(1, 2)).outcome).toBe("rebased");
  expect(titles(board, 1)).toEqual(["Card 1"]);
});

test("delete beats edit, and restore brings the card back to its place", () => {
  const board = dealt(1, 3);
  const card = testId("crd", 2);
  run(board, { kind: "card.delete", card });
  const edit: Op = { kind: "card.update", card, set: { title: "Late" } };
  expect(run(board, edit)).toEqual({ outcome: "rejected", reason: "card_deleted" });
  run(board, { kind: "card.restore", card });
  expect(titles(board, 1)).toEqual(["Card 1", "Card 2", "Card 3"]);
});

test("tags are added and removed one by one, so two people's tags both stay", () => {
  const board = dealt(1, 1);
  run(board, tags(["EXE"], []));
  run(board, tags(["Devis"], []), "usr_b");
  run(board, tags([], ["EXE"]));
  expect(cardOf(board, testId("crd", 1))?.tags).toEqual(["Devis"]);
});

test("a column with cards needs a column to move them to, and the last one stays", () => {
  const board = dealt(2, 4);
  expect(run(board, drop(null))).toMatchObject({ reason: "column_not_empty" });
  expect(run(board, drop(testId("col", 2))).outcome).toBe("applied");
  expect(titles(board, 2)).toEqual(["Card 2", "Card 4", "Card 1", "Card 3"]);
  const last: Op = { kind: "column.delete", column: testId("col", 2), moveTo: null };
  expect(run(board, last)).toMatchObject({ reason: "column_last" });
});

test("a thousand insertions at one spot rank the lane anew and keep its order", () => {
  const board = dealt(1, 2);
  const expected = ["Card 1", "Card 2"];
  let reranked = 0;
  for (let n = 3; n < 1003; n += 1) {
    const op = {
      ...cardOp(n),
      after: testId("crd", 1),
      before: testId("crd", n === 3 ? 2 : n - 1),
    };
    const verdict = run(board, op);
    if ("changes" in verdict && verdict.changes.length > 1) reranked += 1;
    expected.splice(1, 0, `Card ${n}`);
  }
  expect(titles(board, 1)).toEqual(expected);
  expect(reranked).toBeGreaterThan(0);
  for (const card of allCards(board)) expect(card.rank.length).toBeLessThanOrEqual(40);
});

test("ops that the generator makes are ops of the protocol", () => {
  fc.assert(
    fc.property(anyOp, (op) => {
      expect(Op.safeParse(op).error).toBeUndefined();
    }),
  );
});

test("after any ops each live card is in one live column, under a strict order", () => {
  fc.assert(
    fc.property(fc.array(anyOp, { maxLength: 80 }), (ops) => {
      const board = boardMap();
      run(board, columnOp(1));
      for (const op of ops) run(board, op);
      const live = [...allColumns(board)].filter(isThere);
      expect(live.length).toBeGreaterThan(0);
      expect(new Set(live.map((column) => column.rank)).size).toBe(live.length);
      const cards = [...allCards(board)].filter(isThere);
      const spots = new Set(cards.map((card) => `${card.columnId} ${card.rank}`));
      expect(spots.size).toBe(cards.length);
      // Archived columns keep the cards that stand in them.
      const kept = [...allColumns(board)].filter((column) => !column.deleted);
      const ids = new Set(kept.map((column) => column.id));
      for (const card of cards) expect(ids).toContain(card.columnId);
    }),
    { numRuns: 300 },
  );
});

test("a noop or a rejection leaves the version, an applied op raises it by one", () => {
  fc.assert(
    fc.property(fc.array(anyOp, { maxLength: 40 }), (ops) => {
      const board = dealt(3, 6);
      for (const op of ops) {
        const { version } = board;
        const { outcome } = run(board, op);
        const raised = outcome === "applied" || outcome === "rebased" ? 1 : 0;
        expect(board.version).toBe(version + raised);
      }
    }),
  );
});
