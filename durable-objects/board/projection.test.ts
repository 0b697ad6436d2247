import { expect, test } from "vitest";
import { cardOp, testId } from "#domain/boards/testing.ts";
import { noteProjected, pruneLog, readBacklog } from "./projection.ts";
import { prepare, readMeta } from "./storage.ts";
import { ORIGIN, pushAs, testBoard } from "./testing.ts";

const title = (text: string) => ({
  kind: "card.update",
  card: testId("crd", 1),
  set: { title: text },
});

test("ops collapse into records as they now are, while the audit keeps each of them", () => {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1), title("Un"), title("Deux")]);
  const backlog = readBacklog(storage)!;
  expect(backlog.cards).toMatchObject([{ title: "Deux", changed: 6 }]);
  expect(backlog.columns).toHaveLength(3);
  expect(backlog.ops.map((op) => op.kind)).toEqual([
    ...Array.from({ length: 3 }, () => "column.create"),
    "card.create",
    "card.update",
    "card.update",
  ]);
  expect(backlog.ops.at(-1)?.changes).toEqual([{ field: "title", before: "Un", after: "Deux" }]);
});

test("an op keeps whose it was and where it came from; older ones know nothing of it", () => {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1)]);
  const origins = readBacklog(storage)!.ops.map((op) => op.origin);
  expect(origins).toEqual([null, null, null, ORIGIN]);
});

test("a log of before origins were noted is taken over", () => {
  const storage = testBoard();
  storage.run("ALTER TABLE ops DROP COLUMN origin");
  prepare(storage);
  expect(readBacklog(storage)!.ops.map((op) => op.origin)).toEqual([null, null, null]);
});

test("what D1 has is not sent again, and the watermark never goes back", () => {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1)]);
  noteProjected(storage, 4);
  noteProjected(storage, 2);
  expect(readBacklog(storage)).toBeNull();
  pushAs(storage, "client_a", 2, [title("Un")]);
  expect(readBacklog(storage)).toMatchObject({ upTo: 5, columns: [], ops: [{ version: 5 }] });
});

test("a long backlog comes in parts that leave nothing out", () => {
  const storage = testBoard();
  pushAs(
    storage,
    "client_a",
    1,
    Array.from({ length: 30 }, (_, i) => cardOp(i + 1)),
  );
  const cards: string[] = [];
  let rounds = 0;
  for (let part = readBacklog(storage, 7); part; part = readBacklog(storage, 7)) {
    cards.push(...part.cards.map((card) => card.id));
    noteProjected(storage, part.upTo);
    rounds += 1;
  }
  expect(rounds).toBe(5);
  expect(new Set(cards).size).toBe(30);
});

test("a deleted column is told as such, with its cards moved", () => {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1)]);
  noteProjected(storage, 4);
  const column = testId("col", 1);
  pushAs(storage, "client_a", 2, [{ kind: "column.delete", column, moveTo: testId("col", 2) }]);
  expect(readBacklog(storage)).toMatchObject({
    cards: [{ columnId: testId("col", 2) }],
    columns: [{ id: column, deleted: true }],
    ops: [{ kind: "column.delete", entity: "column", entityId: column }],
  });
});

test("the log is never pruned past what D1 has", () => {
  const storage = testBoard();
  pushAs(
    storage,
    "client_a",
    1,
    Array.from({ length: 10 }, (_, i) => cardOp(i + 1)),
  );
  noteProjected(storage, 5);
  pruneLog(storage, 1);
  expect(readMeta(storage)?.minLog).toBe(5);
  noteProjected(storage, 13);
  pruneLog(storage, 4);
  expect(readMeta(storage)?.minLog).toBe(9);
  expect(storage.all("SELECT version FROM ops")).toHaveLength(4);
});

test("what tells old ops apart goes with their log, once their answers have arrived", () => {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1), title("Un"), title("Deux")]);
  pushAs(storage, "client_a", 4, [title("Trois")], { acked: 2 });
  noteProjected(storage, readMeta(storage)!.version);
  pruneLog(storage, 0);
  expect(storage.all("SELECT seq FROM results WHERE client = 'client_a' ORDER BY seq")).toEqual([
    { seq: 3 },
    { seq: 4 },
  ]);
});
