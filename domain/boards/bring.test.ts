import { beforeEach, expect, test } from "vitest";
import { applyChanges, type BoardMap, mapReader } from "./board-map.ts";
import { BringCard, bringCard } from "./bring.ts";
import { Op } from "./ops.ts";
import { dealt, run, testId } from "./testing.ts";

const CARD = testId("crd", 1);
const AT = "2026-10-01T08:00:00.000Z";
const PLAN = { id: testId("fil", 1), name: "plan.png", size: 9, type: "image/png" };
const bring: BringCard = {
  kind: "card.bring",
  card: CARD,
  files: [{ ...PLAN, by: testId("usr", 2), at: AT }],
  cover: PLAN.id,
  watcherIds: [testId("usr", 3)],
  comments: [
    {
      id: testId("cmt", 1),
      text: "Vu sur place.",
      mentions: [{ id: testId("usr", 1), name: "Tom" }],
      authorId: testId("usr", 2),
      createdAt: AT,
      editedAt: null,
    },
  ],
};

let board: BoardMap;
const card = () => board.cards.get(CARD);
function take(op: BringCard) {
  const verdict = bringCard(mapReader(board), BringCard.parse(op));
  if ("changes" in verdict) {
    const stamp = { version: board.version + 1, at: "2026-11-22T08:00:00.000Z" };
    applyChanges(board, verdict.changes, stamp);
  }
  return verdict;
}
beforeEach(() => (board = dealt(1, 2)));

test("comments and files keep who wrote them and when; the cover, and who watches, come along", () => {
  expect(take(bring).outcome).toBe("applied");
  expect(card()).toMatchObject({ comments: 1, files: bring.files, cover: PLAN.id });
  expect(card()?.watcherIds).toContain(testId("usr", 3));
  const said = mapReader(board).comment(testId("cmt", 1));
  expect(said).toMatchObject({ cardId: CARD, authorId: testId("usr", 2), createdAt: AT });
});

test("said again, it changes nothing", () => {
  take(bring);
  expect(take(bring).outcome).toBe("noop");
  expect(card()).toMatchObject({ comments: 1, files: bring.files });
});

test("a cover that somebody chose since stays, and a card that is gone takes nothing", () => {
  run(board, { kind: "card.update", card: CARD, set: { cover: "c2" } });
  take(bring);
  expect(card()?.cover).toBe("c2");
  run(board, { kind: "card.delete", card: testId("crd", 2) });
  expect(take({ ...bring, card: testId("crd", 2) })).toMatchObject({ reason: "card_deleted" });
  expect(take({ ...bring, card: testId("crd", 9) })).toMatchObject({ reason: "card_gone" });
});

test("nobody says it as an op: words under other people's names are the server's to bring", () => {
  expect(Op.safeParse(bring).success).toBe(false);
});
