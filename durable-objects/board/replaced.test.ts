import { expect, test } from "vitest";
import { cardOp, testId } from "#domain/boards/testing.ts";
import { readOps } from "./catch-up.ts";
import { readMeta } from "./storage.ts";
import { pushAs, testBoard } from "./testing.ts";

const card = testId("crd", 1);
const column = testId("col", 1);
const [ann, ben] = ["usr_ann", "usr_ben"];
const update = (set: object) => ({ kind: "card.update", card, set });
const moveTo = (n: number) => {
  return { kind: "card.move", card, column: testId("col", n), after: null, before: null };
};

/** Ann and Ben each do an op; Ben before he could see Ann's, unless he `saw` it. What the log tells of his. */
function twoPeople(first: object, second: object, saw = false) {
  const storage = testBoard();
  const rights = { write: true, manage: true };
  pushAs(storage, "client_a", 1, [cardOp(1)], { userId: ann, rights });
  const base = readMeta(storage)!.version;
  pushAs(storage, "client_a", 2, [first], { userId: ann, rights, base });
  const latest = readMeta(storage)!.version;
  const seen = saw ? latest : base;
  const { ops } = pushAs(storage, "client_b", 1, [second], { userId: ben, rights, base: seen });
  // Whoever was away reads the same as whoever was there.
  expect(readOps(storage, latest, readMeta(storage)!.version)).toEqual(ops);
  return ops[0]?.changes.map((change) => ("replaced" in change ? change.replaced : undefined));
}

test.each([
  ["a title", update({ title: "Ann" }), update({ title: "Ben" }), { title: ann }],
  [
    "one of two fields",
    update({ title: "Ann" }),
    update({ title: "Ben", priority: "high" }),
    { title: ann },
  ],
  ["a place", moveTo(2), moveTo(3), { position: ann }],
  [
    "a column's name",
    { kind: "column.update", column, set: { name: "Ann" } },
    { kind: "column.update", column, set: { name: "Ben" } },
    { name: ann },
  ],
])("everybody is told whose value was replaced unseen: %s", (_what, first, second, told) => {
  expect(twoPeople(first, second)).toEqual([told]);
});

const gone = { kind: "card.delete", card };
const said = (n: number) => {
  return { kind: "comment.create", comment: testId("cmt", n), card, text: "Prêt ?", mentions: [] };
};

test.each([
  ["a title", update({ title: "Ann" }), { title: ann }],
  ["a comment", said(1), { [testId("cmt", 1)]: ann }],
  ["a place, where nothing is written", moveTo(2), undefined],
])("a deletion tells whose writing went with the card unseen: %s", (_what, first, told) => {
  expect(twoPeople(first, gone)?.[0]).toEqual(told);
  expect(twoPeople(first, gone, true)?.[0]).toBeUndefined();
});

test("what is written on a deleted card is refused with the name of who deleted it", () => {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1), gone], { userId: ann });
  const { results } = pushAs(storage, "client_b", 1, [update({ title: "Ben" }), said(1)], {
    userId: ben,
  });
  const refused = { outcome: "rejected", reason: "card_deleted", by: ann };
  expect(results).toMatchObject([refused, refused]);
});

test("what was seen, and what is the same, is replaced in silence", () => {
  expect(twoPeople(update({ title: "Ann" }), update({ title: "Ben" }), true)).toEqual([undefined]);
  expect(twoPeople(update({ title: "Ann" }), update({ priority: "high" }))).toEqual([undefined]);
  expect(twoPeople(update({ title: "Ann" }), update({ title: "Ann" }))).toBeUndefined();
});
