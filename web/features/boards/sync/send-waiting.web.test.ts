import { expect, test, vi } from "vitest";
import type { ServerMessage } from "#domain/boards/messages.ts";
import type { Op } from "#domain/boards/ops.ts";
import { dealt, testId } from "#domain/boards/testing.ts";
import { openBoard, type Refusal } from "./board-store.ts";
import type { LinkHandlers } from "./link.ts";
import { emptyShelf, memoryKeeper } from "./memory-keeper.ts";
import { sendWaiting } from "./send-waiting.ts";

const [user, board] = [testId("usr", 1), testId("brd", 1)];
const op: Op = { kind: "card.update", card: testId("crd", 1), set: { description: "Long texte" } };

/** A device on which one change waits, and the board's object as `answer` has it. */
async function setUp(answer: (say: (frame: ServerMessage) => void, link: LinkHandlers) => void) {
  const shelf = emptyShelf();
  const before = memoryKeeper(shelf);
  const { client } = await before.claim();
  await before.put(client, [{ seq: 1, base: 0, op, at: "2026-11-21T10:00:00.000Z" }]);
  before.release();
  const close = vi.fn<() => void>();
  const open = () =>
    openBoard({
      userId: user,
      keeper: memoryKeeper(shelf),
      now: Date.now,
      open(link) {
        setTimeout(() => answer((frame) => link.onMessage(JSON.stringify(frame)), link));
        return { send: () => true, close };
      },
    });
  return { open, close, shelf };
}

function snapshot(say: (frame: ServerMessage) => void) {
  const truth = dealt(1, 1);
  const { version } = truth;
  const rights = { write: true, manage: true };
  const welcome = { kind: "welcome", epoch: "e", version, lastSeq: 0, peer: "per_me" } as const;
  say({ ...welcome, mode: "snapshot", rights });
  const [columns, cards] = [[...truth.columns.values()], [...truth.cards.values()]];
  say({ kind: "chunk", version, part: 0, last: true, columns, cards });
  return version;
}

test("what waits is sent and the board is closed", async () => {
  const { open, close } = await setUp((say, link) => {
    link.onStatus("open");
    link.onOpen();
    const version = snapshot(say) + 1;
    say({
      kind: "ack",
      results: [{ seq: 1, version, outcome: "noop" }],
    } as unknown as ServerMessage);
  });
  const refused = vi.fn<(refusal: Refusal) => void>();
  expect(await sendWaiting(board, user, refused, open)).toBe(true);
  expect(refused).not.toHaveBeenCalled();
  expect(close).toHaveBeenCalledOnce();
});

test("a description to compare is told, and kept on the device for the board's page", async () => {
  const { open, close, shelf } = await setUp((say, link) => {
    link.onStatus("open");
    link.onOpen();
    const version = snapshot(say);
    const reason = "description_conflict";
    say({ kind: "ack", results: [{ seq: 1, version, outcome: "rejected", reason }] });
  });
  const refused = vi.fn<(refusal: Refusal) => void>();
  expect(await sendWaiting(board, user, refused, open)).toBe(true);
  expect(refused).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ op, reason: "description_conflict" }),
  );
  expect(close).toHaveBeenCalledOnce();
  expect(shelf.notes).toMatchObject([{ op, reason: "description_conflict" }]);
});

test("somebody who may not be there any more keeps what was not sent", async () => {
  const { open, close } = await setUp((_say, link) => link.onStatus("refused"));
  expect(await sendWaiting(board, user, () => undefined, open)).toBe(false);
  expect(close).toHaveBeenCalledOnce();
});
