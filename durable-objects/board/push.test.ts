import { expect, test } from "vitest";
import { cardOp, testId } from "#domain/boards/testing.ts";
import { pushAs, testBoard } from "./testing.ts";
import { prepare, readMeta } from "./storage.ts";

const update = (set: object) => ({ kind: "card.update", card: testId("crd", 1), set });

test("an op is answered once and for all: replays give the first answer and change nothing", () => {
  const storage = testBoard();
  const ops = [cardOp(1), update({ title: "Deux" })];
  const first = pushAs(storage, "client_a", 1, ops);
  const { version } = readMeta(storage)!;
  const again = pushAs(storage, "client_a", 1, ops);
  expect(again).toEqual({ results: first.results, ops: [], gap: null, reused: false });
  expect(readMeta(storage)!.version).toBe(version);
});

test("a number that comes again with another op is told, after the answers to those before it", () => {
  const storage = testBoard();
  const first = pushAs(storage, "client_a", 1, [cardOp(1), update({ title: "Deux" })]);
  // The answers have arrived; the device then lost that, and its second op.
  pushAs(storage, "client_a", 3, [update({ title: "Trois" })], { acked: 2 });
  const { version } = readMeta(storage)!;
  const lost = [cardOp(1), update({ title: "Autre" }), update({ title: "Encore" })];
  const again = pushAs(storage, "client_a", 1, lost);
  expect(again).toMatchObject({ results: [{ seq: 1, outcome: "noop" }], ops: [], reused: true });
  expect(first.results).toHaveLength(2);
  expect(readMeta(storage)!.version).toBe(version);
});

test("a request that is repeated gets its answer, whatever it was built of meanwhile", () => {
  const storage = testBoard();
  const request = { request: true };
  const first = pushAs(storage, "client_a", 1, [cardOp(1), update({ title: "Deux" })], request);
  const { version } = readMeta(storage)!;
  const again = pushAs(storage, "client_a", 1, [cardOp(1), update({ title: "Trois" })], request);
  expect(again.results).toEqual(first.results);
  expect(again.ops).toEqual([]);
  expect(readMeta(storage)!.version).toBe(version);
});

test("a skipped seq stops the push and names the one that must come first", () => {
  const storage = testBoard();
  const { results, gap } = pushAs(storage, "client_a", 2, [cardOp(1)]);
  expect(gap).toBe(1);
  expect(results).toEqual([]);
});

test("a refused op uses its seq up and leaves its neighbours alone", () => {
  const storage = testBoard();
  const ops = [cardOp(1), { kind: "card.nonsense" }, update({ title: "x".repeat(301) }), cardOp(2)];
  const { results, ops: applied } = pushAs(storage, "client_a", 1, ops);
  expect(results.map((result) => result.outcome)).toEqual([
    "applied",
    "rejected",
    "rejected",
    "applied",
  ]);
  expect(applied.map((op) => op.seq)).toEqual([1, 4]);
  expect(pushAs(storage, "client_a", 2, [ops[1]]).results[0]).toMatchObject({ reason: "invalid" });
});

test("an oversized op is refused alone", () => {
  const storage = testBoard();
  const huge = update({ description: "é".repeat(70_000) });
  const { results } = pushAs(storage, "client_a", 1, [cardOp(1), huge, cardOp(2)]);
  expect(results).toMatchObject([
    { outcome: "applied" },
    { reason: "too_large" },
    { outcome: "applied" },
  ]);
});

test("who may not write is refused by the object, whatever the page thought", () => {
  const storage = testBoard();
  const { results, ops } = pushAs(storage, "client_a", 1, [cardOp(1)], {
    rights: { write: false, manage: false },
  });
  expect(results).toMatchObject([{ outcome: "rejected", reason: "forbidden" }]);
  expect(ops).toEqual([]);
});

test("an archived board refuses every op", () => {
  const storage = testBoard();
  storage.run("UPDATE meta SET archived = 1");
  const { results } = pushAs(storage, "client_a", 1, [cardOp(1)]);
  expect(results).toMatchObject([{ reason: "archived" }]);
});

test("a client name belongs to the person who used it first", () => {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1)]);
  expect(() => pushAs(storage, "client_a", 2, [cardOp(2)], { userId: "usr_other" })).toThrow(
    "somebody else",
  );
});

test("answers that the client has are forgotten, and their ops still never apply twice", () => {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1), cardOp(2)]);
  pushAs(storage, "client_a", 3, [cardOp(3)], { acked: 2 });
  const kept = "SELECT seq FROM results WHERE client = 'client_a' AND result <> ''";
  expect(storage.all(kept)).toEqual([{ seq: 3 }]);
  const late = pushAs(storage, "client_a", 1, [cardOp(1)]);
  expect(late.results).toMatchObject([{ seq: 1, outcome: "noop" }]);
  expect(late.ops).toEqual([]);
});

test("cards are numbered by the object, without a repeat", () => {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1), cardOp(2)]);
  pushAs(storage, "client_b", 1, [cardOp(3), { kind: "card.delete", card: testId("crd", 3) }]);
  const { ops } = pushAs(storage, "client_a", 3, [cardOp(4)]);
  expect(ops[0]?.changes[0]?.set).toMatchObject({ number: 4 });
});

test("an overwritten value is told to who replaced it", () => {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1)]);
  const base = readMeta(storage)!.version;
  pushAs(storage, "client_b", 1, [update({ title: "De B" })], { base });
  const { results } = pushAs(storage, "client_a", 2, [update({ title: "De A" })], { base });
  expect(results).toMatchObject([
    { outcome: "rebased", overwrote: [{ register: "title", value: "De B", version: base + 1 }] },
  ]);
});

test("one's own earlier write is no conflict", () => {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1)]);
  const ops = [update({ title: "Un" }), update({ title: "Deux" })];
  const { results } = pushAs(storage, "client_a", 2, ops, { base: readMeta(storage)!.version });
  expect(results.map((result) => result.outcome)).toEqual(["applied", "applied"]);
});

test("a description that two people edit is merged by lines, or the later one is refused", () => {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1), update({ description: "un\ndeux\ntrois" })]);
  const base = readMeta(storage)!.version;
  pushAs(storage, "client_b", 1, [update({ description: "un\ndeux\n3" })], { base });
  const merged = pushAs(storage, "client_a", 3, [update({ description: "1\ndeux\ntrois" })], {
    base,
  });
  expect(merged.ops[0]?.changes[0]?.set).toEqual({ description: "1\ndeux\n3" });
  const clash = pushAs(storage, "client_c", 1, [update({ description: "un\ndeux\nIII" })], {
    base,
  });
  expect(clash.results).toMatchObject([{ reason: "description_conflict" }]);
});

test("columns are for those who manage boards", () => {
  const storage = testBoard();
  const rights = { write: true, manage: false };
  const rename = { kind: "column.update", column: testId("col", 1), set: { name: "Fini" } };
  const { results } = pushAs(storage, "client_a", 1, [rename, cardOp(1)], { rights });
  expect(results).toMatchObject([{ reason: "forbidden" }, { outcome: "applied" }]);
});

const imported = (n: number) => ({
  kind: "comment.create",
  comment: testId("cmt", n),
  card: testId("crd", 1),
  text: "Vu.",
  imported: { name: "Yann Tanguy", at: null },
});

test("words under another name come from those alone who manage boards", () => {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1)]);
  const rights = { write: true, manage: false };
  const refused = pushAs(storage, "client_b", 1, [imported(1)], { rights });
  expect(refused.results).toMatchObject([{ reason: "forbidden" }]);
  const taken = pushAs(storage, "client_c", 1, [imported(2)]);
  expect(taken.results).toMatchObject([{ outcome: "applied" }]);
});

test("an object of before prints were kept answers as it did, and keeps them from then on", () => {
  const storage = testBoard();
  const first = pushAs(storage, "client_a", 1, [cardOp(1)]);
  storage.run("ALTER TABLE results DROP COLUMN print");
  prepare(storage);
  expect(pushAs(storage, "client_a", 1, [cardOp(2)]).results).toEqual(first.results);
  pushAs(storage, "client_a", 2, [cardOp(3)]);
  expect(pushAs(storage, "client_a", 2, [cardOp(4)]).reused).toBe(true);
});
