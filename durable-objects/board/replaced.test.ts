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

test("what was seen, and what is the same, is replaced in silence", () => {
  expect(twoPeople(update({ title: "Ann" }), update({ title: "Ben" }), true)).toEqual([undefined]);
  expect(twoPeople(update({ title: "Ann" }), update({ priority: "high" }))).toEqual([undefined]);
  expect(twoPeople(update({ title: "Ann" }), update({ title: "Ann" }))).toBeUndefined();
});
