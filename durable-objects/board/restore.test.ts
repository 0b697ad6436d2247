import { expect, test } from "vitest";
import { boardMap } from "#domain/boards/board-map.ts";
import { cardOp, testId } from "#domain/boards/testing.ts";
import { canFollow, snapshotFrames } from "./catch-up.ts";
import { metaOf } from "./core.ts";
import { noteProjected, readBacklog } from "./projection.ts";
import { backupOf, restoreBackup } from "./restore.ts";
import { pushAs, testBoard } from "./testing.ts";
import { follow } from "./testing-follow.ts";

const AT = "2026-11-22T08:00:00.000Z";
const card = testId("crd", 1);
const title = (text: string) => ({ kind: "card.update", card, set: { title: text } });

/** A board with a card, a backup of it, and what was done to it since. */
function scene() {
  const storage = testBoard();
  pushAs(storage, "client_a", 1, [cardOp(1, 1, "Sauvée")]);
  const backup = backupOf(storage);
  pushAs(storage, "client_a", 2, [title("Depuis"), cardOp(2, 1, "Plus tard")]);
  noteProjected(storage, 6);
  return { storage, backup };
}

test("the board is what the backup says; what came since can still be brought back", () => {
  const { storage, backup } = scene();
  restoreBackup(storage, backup, "epo_2", AT);
  const board = follow(boardMap(), snapshotFrames(storage, metaOf(storage).version));
  expect([...board.cards.values()].map((one) => one.title)).toEqual(["Sauvée"]);
  const later = testId("crd", 2);
  pushAs(storage, "client_b", 1, [{ kind: "card.restore", card: later }]);
  const again = follow(boardMap(), snapshotFrames(storage, metaOf(storage).version));
  expect(again.cards.get(later)?.title).toBe("Plus tard");
});

test("versions go on, so that D1 takes the board of before as what is new", () => {
  const { storage, backup } = scene();
  restoreBackup(storage, backup, "epo_2", AT);
  expect(metaOf(storage)).toMatchObject({ epoch: "epo_2", version: 7, minLog: 7, d1Version: 6 });
  expect(readBacklog(storage)).toMatchObject({
    upTo: 7,
    ops: [],
    columns: [{ changed: 7 }, { changed: 7 }, { changed: 7 }],
    cards: [
      { id: card, title: "Sauvée", changed: 7, updatedAt: AT },
      { id: testId("crd", 2), deleted: true, changed: 7 },
    ],
  });
});

test("nobody follows from before, in either epoch", () => {
  const { storage, backup } = scene();
  restoreBackup(storage, backup, "epo_2", AT);
  const meta = metaOf(storage);
  expect(canFollow(storage, meta, { epoch: "epo_test", since: 6 })).toBe(false);
  expect(canFollow(storage, meta, { epoch: "epo_2", since: 6 })).toBe(false);
  expect(canFollow(storage, meta, { epoch: "epo_2", since: 7 })).toBe(true);
});

test("a step that was undone by the restore is not taken back a second time", () => {
  const { storage, backup } = scene();
  restoreBackup(storage, backup, "epo_2", AT);
  // The guard of an undo of "Depuis": the title as version 5 wrote it, which is no more.
  const undo = { ...title("Sauvée"), only: { title: 5 } };
  pushAs(storage, "client_b", 1, [title("D’une autre")]);
  expect(pushAs(storage, "client_a", 4, [undo]).results).toMatchObject([{ outcome: "noop" }]);
});

test("a card keeps what it alone says: links with notes and with cards of other boards", () => {
  const storage = testBoard();
  const link = { kind: "card.link", card, relation: "relates" };
  const [note, board, other] = [testId("not", 1), testId("brd", 2), testId("crd", 9)];
  pushAs(storage, "client_a", 1, [
    cardOp(1, 1, "Sauvée"),
    { ...link, other: note },
    { ...link, other, board },
  ]);
  restoreBackup(storage, backupOf(storage), "epo_2", AT);
  const restored = follow(boardMap(), snapshotFrames(storage, metaOf(storage).version));
  const links = { [note]: "relates", [`${board}/${other}`]: "relates" };
  expect(restored.cards.get(card)?.links).toEqual(links);
});
