import { expect, test } from "vitest";
import { boardMap, commentOf } from "./board-map.ts";
import { changedComment } from "./changes.ts";
import { bySaid, type Comment } from "./comment.ts";
import type { Op } from "./ops.ts";
import { Op as OpSchema } from "./ops.ts";
import { cardOp, columnOp, dealt, run, testId } from "./testing.ts";
import { undoOps } from "./undo.ts";

const CARD = testId("crd", 1);
const COMMENT = testId("cmt", 1);
const comment = (text: string, n = 1): Op => ({
  kind: "comment.create",
  comment: testId("cmt", n),
  card: CARD,
  text,
  mentions: [],
});

test("a comment is counted on its card, and its author watches the card from then on", () => {
  const board = dealt(1, 1);
  const before = board.cards.get(CARD);
  run(board, comment("Vu."), "usr_b");
  const card = board.cards.get(CARD);
  expect(card).toMatchObject({ comments: 1, watcherIds: ["usr_b"] });
  // Nothing of the card itself was written: no register, no "last changed".
  expect(card?.versions).toEqual(before?.versions);
  expect(card?.updatedAt).toBe(before?.updatedAt);
  expect(run(board, comment("Encore."), "usr_b")).toEqual({ outcome: "noop" });
});

test("only its author changes, deletes or restores a comment", () => {
  const board = dealt(1, 1);
  run(board, comment("Vu."), "usr_b");
  const kinds: Op[] = [
    { kind: "comment.update", comment: COMMENT, text: "Non", mentions: [] },
    { kind: "comment.delete", comment: COMMENT },
    { kind: "comment.restore", comment: COMMENT },
  ];
  for (const op of kinds) {
    expect(run(board, op, "usr_a")).toEqual({ outcome: "rejected", reason: "forbidden" });
  }
  run(board, { kind: "comment.update", comment: COMMENT, text: "Revu.", mentions: [] }, "usr_b");
  expect(commentOf(board, COMMENT)).toMatchObject({ text: "Revu.", deleted: false });
  expect(commentOf(board, COMMENT)?.editedAt).not.toBeNull();
  run(board, { kind: "comment.delete", comment: COMMENT }, "usr_b");
  expect(board.cards.get(CARD)?.comments).toBe(0);
  const late = run(
    board,
    { kind: "comment.update", comment: COMMENT, text: "Tard", mentions: [] },
    "usr_b",
  );
  expect(late).toEqual({ outcome: "rejected", reason: "comment_gone" });
  run(board, { kind: "comment.restore", comment: COMMENT }, "usr_b");
  expect(board.cards.get(CARD)?.comments).toBe(1);
});

test("undo takes a comment back, guarded by the registers that it wrote", () => {
  const board = dealt(1, 1);
  const verdict = run(board, comment("Vu."), "usr_b");
  if (!("inverse" in verdict)) throw new Error("the comment was refused");
  expect(undoOps(verdict.inverse, () => 7, board)).toEqual([
    { kind: "comment.delete", comment: COMMENT, only: { text: 7, deleted: 7 } },
  ]);
  const edited = run(
    board,
    { kind: "comment.update", comment: COMMENT, text: "Revu.", mentions: [] },
    "usr_b",
  );
  if (!("inverse" in edited)) throw new Error("the edit was refused");
  expect(undoOps(edited.inverse, () => 8, board)).toEqual([
    { kind: "comment.update", comment: COMMENT, text: "Vu.", mentions: [], only: { text: 8 } },
  ]);
});

test("a card that is gone or deleted takes no comment; an empty one is none", () => {
  const board = dealt(1, 1);
  run(board, { kind: "card.delete", card: CARD });
  expect(run(board, comment("Vu."))).toEqual({ outcome: "rejected", reason: "card_deleted" });
  const nowhere = { ...comment("Vu."), card: testId("crd", 9) } as Op;
  expect(run(board, nowhere)).toEqual({ outcome: "rejected", reason: "card_gone" });
  expect(OpSchema.safeParse(comment("  \n ")).success).toBe(false);
  expect(OpSchema.safeParse(comment("x".repeat(10_001))).success).toBe(false);
});

test("whoever a card is given to watches it, and may stop; an older card's people do", () => {
  const board = dealt(1, 1);
  const assign = (id: string): Op => ({
    kind: "card.update",
    card: CARD,
    set: {},
    assignees: { add: [id], remove: [] },
  });
  const anna = testId("usr", 1);
  run(board, assign(anna));
  expect(board.cards.get(CARD)?.watcherIds).toEqual([anna]);
  run(board, { kind: "card.watch", card: CARD, on: false }, anna);
  run(board, assign(testId("usr", 2)));
  expect(board.cards.get(CARD)?.watcherIds).toEqual([testId("usr", 2)]);
  const held = board.cards.get(CARD);
  if (!held) throw new Error("no card");
  const { watcherIds: _watchers, comments: _comments, ...older } = held;
  board.cards.set(CARD, { ...older, assigneeIds: [anna] });
  run(board, comment("Vu."), "usr_b");
  expect(board.cards.get(CARD)).toMatchObject({ comments: 1, watcherIds: [anna, "usr_b"] });
  const again = run(board, { kind: "card.watch", card: CARD, on: true }, anna);
  expect(again).toEqual({ outcome: "noop" });
});

test("a page that never opened the card takes a comment from what changed of it, once", () => {
  const board = boardMap();
  run(board, columnOp(1));
  run(board, cardOp(1));
  run(board, comment("Vu."), "usr_b");
  const was = commentOf(board, COMMENT) as Comment;
  const change = { entity: "comment", id: COMMENT, set: { text: "Revu." }, was } as const;
  const fresh = changedComment(undefined, change, { version: 9, at: "" });
  expect(fresh).toMatchObject({ text: "Revu.", authorId: "usr_b", versions: { text: 9 } });
  const older = changedComment(fresh, { ...change, set: { text: "Vu." } }, { version: 8, at: "" });
  expect(older).toBe(fresh);
  const unknown = { entity: "comment", id: COMMENT, set: { deleted: true } } as const;
  expect(changedComment(undefined, unknown, { version: 9, at: "" })).toBeUndefined();
});

test("what was imported keeps the name and the hour of who wrote it, tells nobody, and is not reworded", () => {
  const board = dealt(1, 1);
  run(board, comment("Vu."), "usr_b");
  const said = { name: "Yann Tanguy", at: "2025-03-01T08:00:00.000Z" };
  const verdict = run(board, { ...comment("Ancien", 2), imported: said } as Op, "usr_c");
  expect(commentOf(board, testId("cmt", 2))).toMatchObject({ authorId: "usr_c", imported: said });
  // Neither its importer watches the card now, nor are those told who do.
  expect(board.cards.get(CARD)).toMatchObject({ comments: 2, watcherIds: ["usr_b"] });
  expect("changes" in verdict && verdict.changes[1]?.set).toEqual({ comments: 2 });
  expect([...board.comments.values()].toSorted(bySaid).map(({ text }) => text)).toEqual([
    "Ancien",
    "Vu.",
  ]);
  const reworded = { kind: "comment.update", comment: testId("cmt", 2), text: "Non", mentions: [] };
  expect(run(board, reworded as Op, "usr_c")).toEqual({ outcome: "rejected", reason: "forbidden" });
  run(board, { kind: "comment.delete", comment: testId("cmt", 2) }, "usr_c");
  expect(board.cards.get(CARD)?.comments).toBe(1);
});
