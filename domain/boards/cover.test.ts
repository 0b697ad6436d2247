import { beforeEach, expect, test } from "vitest";
import type { BoardMap } from "./board-map.ts";
import type { CardFile } from "./card-file.ts";
import { Op } from "./ops.ts";
import { dealt, run, testId } from "./testing.ts";
import { undoOps } from "./undo.ts";

const CARD = testId("crd", 1);
const file = (n: number, type = "image/png"): CardFile => ({
  id: testId("fil", n),
  name: `plan ${n}.png`,
  size: 9,
  type,
});

let board: BoardMap;
const card = () => {
  const found = board.cards.get(CARD);
  if (!found) throw new Error("no card");
  return found;
};
const update = (more: object, userId?: string) =>
  run(board, Op.parse({ kind: "card.update", card: CARD, ...more }), userId);
/** Takes a step back, guarded by the version that it made. */
function takeBack(verdict: ReturnType<typeof run>, at: number, userId?: string): void {
  if (!("inverse" in verdict)) throw new Error(verdict.outcome);
  for (const op of undoOps(verdict.inverse, () => at, board)) run(board, op, userId);
}

beforeEach(() => {
  board = dealt(1, 1);
  update({ files: { add: [file(1), file(2), file(3, "application/pdf")] } });
});

test("one of its pictures is a card's cover, in place of a colour", () => {
  update({ set: { cover: "c2" } });
  expect(update({ set: { cover: file(1).id } }).outcome).toBe("applied");
  expect(card().cover).toBe(file(1).id);
  update({ set: { cover: "c3" } });
  expect(card().cover).toBe("c3");
});

test("what is no picture of the card is not worn, and the rest of the op holds", () => {
  update({ set: { cover: "c2" } });
  for (const other of [file(3), file(9)]) {
    const verdict = update({ set: { cover: other.id, title: `Avec ${other.id}` } });
    expect(verdict.outcome).toBe("rebased");
    expect(card()).toMatchObject({ cover: "c2", title: `Avec ${other.id}` });
  }
});

test("a picture may come and be worn in one op, and leaves the face with the file", () => {
  update({ files: { add: [file(4)] }, set: { cover: file(4).id } });
  expect(card().cover).toBe(file(4).id);
  const gone = update({ files: { remove: [file(4).id] } });
  expect(card().cover).toBeNull();
  takeBack(gone, board.version);
  expect(card().cover).toBe(file(4).id);
  expect(card().files.map(({ id }) => id)).toContain(file(4).id);
});

test("undoing an upload leaves a file that somebody else put on the face meanwhile", () => {
  const added = update({ files: { add: [file(4)] } }, "usr_a");
  const at = board.version;
  update({ set: { cover: file(4).id } }, "usr_b");
  takeBack(added, at, "usr_a");
  expect(card().cover).toBe(file(4).id);
  expect(card().files.map(({ id }) => id)).toContain(file(4).id);
});

test("undoing a removal gives no cover back when the file stays away", () => {
  update({ set: { cover: file(1).id } });
  const gone = update({ files: { remove: [file(1).id] } }, "usr_a");
  const at = board.version;
  update({ files: { remove: [file(2).id] } }, "usr_b");
  takeBack(gone, at, "usr_a");
  expect(card().files.map(({ id }) => id)).toEqual([file(3).id]);
  expect(card().cover).toBeNull();
});

test("a new card has no pictures yet, so it begins with a colour or none", () => {
  const op = {
    kind: "card.create",
    card: testId("crd", 2),
    column: testId("col", 1),
    after: null,
    before: null,
    fields: { title: "Neuve", cover: file(1).id },
  };
  expect(Op.safeParse(op).success).toBe(false);
});
