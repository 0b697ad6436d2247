import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type BoardMap, boardMap } from "#domain/boards/board-map.ts";
import { anyOp, cardOp, contents, testId } from "#domain/boards/testing.ts";
import { isThere } from "#domain/boards/whole.ts";
import { PROTOCOL } from "#domain/boards/protocol.ts";
import { greet } from "./core.ts";
import { snapshotFrames } from "./catch-up.ts";
import { follow } from "./testing-follow.ts";
import { pushAs, testBoard } from "./testing.ts";
import { readMeta, type Storage } from "./storage.ts";

const by = { userId: "usr_reader", peer: "per_1", rights: { write: true, manage: true } };

function hello(storage: Storage, since: number | null, epoch: string | null = "epo_test") {
  return greet(storage, by, {
    kind: "hello",
    protocol: PROTOCOL,
    client: "client_r",
    epoch,
    since,
  });
}

/** What a person can see: live cards only. Who followed by ops also holds deleted ones. */
function live(board: BoardMap): unknown {
  const copy = boardMap();
  copy.columns = board.columns;
  copy.cards = new Map([...board.cards].filter(([, card]) => isThere(card)));
  return contents(copy);
}

test("for every version that a client may hold, delta and snapshot lead to the same board", () => {
  fc.assert(
    fc.property(fc.array(anyOp, { minLength: 1, maxLength: 60 }), (ops) => {
      const storage = testBoard();
      const held = new Map<number, BoardMap>([[3, follow(boardMap(), hello(storage, null))]]);
      ops.forEach((op, i) => {
        pushAs(storage, "client_a", i + 1, [op]);
        held.set(readMeta(storage)!.version, follow(boardMap(), hello(storage, null)));
      });
      const whole = live(follow(boardMap(), hello(storage, null)));
      for (const [since, board] of held) {
        const frames = hello(storage, since);
        expect(frames[0]).toMatchObject({ mode: "delta" });
        expect(live(follow(board, frames))).toEqual(whole);
      }
    }),
    { numRuns: 60 },
  );
});

test("versions of the log have no holes", () => {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1), cardOp(1), cardOp(2), { kind: "x" }, cardOp(3)]);
  const rows = storage.all<{ version: number }>("SELECT version FROM ops ORDER BY version");
  expect(rows.map((row) => row.version)).toEqual([1, 2, 3, 4, 5, 6]);
});

test("another epoch, a version of the future and a pruned past get a snapshot", () => {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1), cardOp(2)]);
  storage.run("UPDATE meta SET minLog = 4");
  expect(hello(storage, 5, "epo_old")[0]).toMatchObject({ mode: "snapshot" });
  expect(hello(storage, 99)[0]).toMatchObject({ mode: "snapshot" });
  expect(hello(storage, 3)[0]).toMatchObject({ mode: "snapshot" });
  expect(hello(storage, 4)[0]).toMatchObject({ mode: "delta" });
});

test("a big board comes in frames below the socket's limit, and whole", () => {
  const storage = testBoard();
  const many = Array.from({ length: 120 }, (_, i) => ({
    ...cardOp(i + 1),
    fields: { title: `Carte ${i}`, description: "x".repeat(20_000) },
  }));
  pushAs(storage, "client_a", 1, many);
  const frames = snapshotFrames(storage, 123);
  expect(frames.length).toBeGreaterThan(5);
  for (const frame of frames) expect(JSON.stringify(frame).length).toBeLessThan(256 * 1024);
  expect(follow(boardMap(), frames).cards.size).toBe(120);
});

test("a client that lost its answers learns how far it came", () => {
  const storage = testBoard();
  pushAs(storage, "client_r", 1, [cardOp(1), cardOp(2)], { userId: by.userId });
  expect(hello(storage, null)[0]).toMatchObject({ lastSeq: 2 });
});

test("another protocol and another person's client name are refused", () => {
  const storage = testBoard();
  pushAs(storage, "client_r", 1, [cardOp(1)], { userId: testId("usr", 9) });
  expect(hello(storage, null)).toEqual([{ kind: "refused", code: "client_taken" }]);
  const old = { kind: "hello", protocol: 0, client: "client_x", epoch: null, since: null } as const;
  expect(greet(storage, by, old)).toEqual([{ kind: "refused", code: "protocol" }]);
});

test("a restored card reaches clients that hold no deleted ones", () => {
  const storage = testBoard();
  const card = testId("crd", 1);
  pushAs(storage, "client_a", 1, [cardOp(1, 2, "Retour"), { kind: "card.delete", card }]);
  const late = follow(boardMap(), hello(storage, null));
  expect(late.cards.size).toBe(0);
  pushAs(storage, "client_a", 3, [{ kind: "card.restore", card }]);
  const after = follow(late, hello(storage, late.version));
  expect(live(after)).toEqual(live(follow(boardMap(), hello(storage, null))));
  expect(after.cards.get(card)?.title).toBe("Retour");
});
