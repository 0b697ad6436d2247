import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { expect, test, vi } from "vitest";
import { cardOp, testId } from "#domain/boards/testing.ts";
import { forgetBoards } from "./forget.ts";
import { idbKeeper } from "./idb-keeper.ts";

vi.stubGlobal("indexedDB", new IDBFactory());
vi.stubGlobal("IDBKeyRange", IDBKeyRange);

test("signing out takes the boards away and leaves what was not sent", async () => {
  const [user, board] = [testId("usr", 1), testId("brd", 1)];
  const keeper = await idbKeeper(user, board);
  const { client } = await keeper.claim();
  await keeper.keepBoard({ epoch: "e", version: 7, columns: [], cards: [] });
  const pending = [{ seq: 1, base: 0, op: cardOp(1), at: "2026-11-21T10:00:00.000Z" }];
  await keeper.put(client, pending);
  keeper.release();
  await forgetBoards();
  const again = await idbKeeper(user, board);
  expect(await again.board()).toBeNull();
  await expect.poll(async () => (await again.claimOrphan())?.pending).toEqual(pending);
});
