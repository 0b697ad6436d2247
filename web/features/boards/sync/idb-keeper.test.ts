import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { expect, test, vi } from "vitest";
import type { Pending } from "#domain/boards/fold.ts";
import { cardOp, testId } from "#domain/boards/testing.ts";
import { forgetBoards } from "./forget.ts";
import { idbKeeper } from "./idb-keeper.ts";

vi.stubGlobal("indexedDB", new IDBFactory());
vi.stubGlobal("IDBKeyRange", IDBKeyRange);

const place = (n: number): [string, string] => [testId("usr", n), testId("brd", n)];
const ops = (from: number, count: number): Pending[] =>
  Array.from({ length: count }, (_, i) => {
    const seq = from + i;
    return { seq, base: 0, op: cardOp(seq), at: "2026-11-21T10:00:00.000Z" };
  });

test("ops that were kept are there for the next tab, under the same name", async () => {
  const first = await idbKeeper(...place(1));
  const { client } = await first.claim();
  await first.put(client, ops(1, 3));
  await first.drop(client, [1], 1);
  first.release();
  await expect
    .poll(async () => {
      const next = await idbKeeper(...place(1));
      return next.claim();
    })
    .toEqual({ client, nextSeq: 4, acked: 1, pending: ops(2, 2) });
});

test("two tabs never use one name", async () => {
  const [one, two] = [await idbKeeper(...place(2)), await idbKeeper(...place(2))];
  const held = await one.claim();
  await one.put(held.client, ops(1, 2));
  const other = await two.claim();
  expect(other.client).not.toBe(held.client);
  expect(other.pending).toEqual([]);
  expect(await two.claimOrphan()).toBeNull();
  one.release();
  await expect.poll(() => two.claimOrphan()).toMatchObject({ client: held.client });
});

test("another person on the same device sees neither ops nor board", async () => {
  const mine = await idbKeeper(...place(3));
  const { client } = await mine.claim();
  await mine.put(client, ops(1, 1));
  await mine.keepBoard({ epoch: "epo_1", version: 3, columns: [], cards: [] });
  mine.release();
  const theirs = await idbKeeper(testId("usr", 4), testId("brd", 3));
  expect((await theirs.claim()).pending).toEqual([]);
  expect(await theirs.board()).toBeNull();
  expect(await mine.board()).toMatchObject({ version: 3 });
});

test("a fresh name takes the waiting ops with it, numbered anew, and the old one is forgotten", async () => {
  const keeper = await idbKeeper(...place(5));
  const { client } = await keeper.claim();
  await keeper.put(client, ops(1, 4));
  await keeper.drop(client, [1, 2], 2);
  const fresh = await keeper.rename(client, ops(3, 2));
  expect(fresh.client).not.toBe(client);
  expect(fresh.pending.map(({ seq, op }) => [seq, op])).toEqual([
    [1, cardOp(3)],
    [2, cardOp(4)],
  ]);
  keeper.release();
  const next = await idbKeeper(...place(5));
  await expect.poll(async () => (await next.claim()).client).toBe(fresh.client);
});

const note = (id: string, reason: "forbidden" | "archived" = "forbidden") => {
  return { id, at: "2026-11-21T10:00:00.000Z", op: cardOp(1), reason, overwrote: [] };
};

test("what an answer leaves to settle is kept with it, each once, until it is settled", async () => {
  const keeper = await idbKeeper(...place(6));
  const { client } = await keeper.claim();
  await keeper.put(client, ops(1, 1));
  await keeper.drop(client, [1], 1, [note(`${client}:1`)]);
  await keeper.drop(client, [1], 1, [note(`${client}:1`)]);
  await keeper.note(note("here"));
  await keeper.note(note("here", "archived"));
  const again = await idbKeeper(...place(6));
  expect(await again.notes()).toEqual([note(`${client}:1`), note("here", "archived")]);
  await again.settle(`${client}:1`);
  expect(await keeper.notes()).toEqual([note("here", "archived")]);
  // A board that is kept, and one that is forgotten at sign-out, take nothing of it away.
  await keeper.keepBoard({ epoch: "e", version: 1, columns: [], cards: [] });
  await forgetBoards();
  expect(await keeper.board()).toBeNull();
  expect(await keeper.notes()).toHaveLength(1);
});
