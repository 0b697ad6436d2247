import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { expect, test, vi } from "vitest";
import { cardOp, testId } from "#domain/boards/testing.ts";
import { idbKeeper } from "./idb-keeper.ts";
import { notesByBoard, waitingByBoard } from "./waiting.ts";

vi.stubGlobal("indexedDB", new IDBFactory());
vi.stubGlobal("IDBKeyRange", IDBKeyRange);

const at = "2026-11-21T10:00:00.000Z";

async function leave(user: number, board: number, seqs: readonly number[]): Promise<void> {
  const keeper = await idbKeeper(testId("usr", user), testId("brd", board));
  const { client } = await keeper.claim();
  await keeper.put(
    client,
    seqs.map((seq) => ({ seq, base: 0, op: cardOp(seq), at })),
  );
}

test("what waits is counted by board, over all tabs, for this person alone", async () => {
  await leave(1, 1, [1, 2]);
  await leave(1, 1, [1]);
  await leave(1, 2, []);
  await leave(1, 3, [1]);
  await leave(2, 1, [1, 2, 3, 4]);
  expect(await waitingByBoard(testId("usr", 1))).toEqual(
    new Map([
      [testId("brd", 1), 3],
      [testId("brd", 3), 1],
    ]),
  );
});

const note = (id: string) => ({
  id,
  at,
  op: cardOp(1),
  reason: "forbidden" as const,
  overwrote: [],
});

test("what is left to settle is counted by board, for this person alone", async () => {
  const mine = await idbKeeper(testId("usr", 7), testId("brd", 1));
  await mine.note(note("a"));
  await mine.note(note("b"));
  await (await idbKeeper(testId("usr", 8), testId("brd", 1))).note(note("c"));
  expect(await notesByBoard(testId("usr", 7))).toEqual(new Map([[testId("brd", 1), 2]]));
  await mine.settle("a");
  await mine.settle("b");
  expect(await notesByBoard(testId("usr", 7))).toEqual(new Map());
});
