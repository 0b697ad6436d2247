import { describe, expect, test } from "vitest";
import { cardOf } from "./board-map.ts";
import { Op, type OpOf } from "./ops.ts";
import { inOrder, mirrored, MOST, progressOf, RELATIONS } from "./parts.ts";
import { dealt, run, testId } from "./testing.ts";
import { undoOps } from "./undo.ts";

const card = testId("crd", 1);
const [list, other] = [testId("lst", 1), testId("lst", 2)];
const item = (n: number) => testId("itm", n);

type Parts = Pick<OpOf<"card.update">, "checklists" | "items" | "only">;

/** A board whose first card has a list with three lines. */
function listed() {
  const board = dealt(2, 4);
  const update = (parts: Parts, userId?: string) =>
    run(board, { kind: "card.update", card, set: {}, ...parts }, userId);
  update({ checklists: { [list]: { name: "Avant envoi" } } });
  for (const n of [1, 2, 3]) update({ items: { [item(n)]: { list, text: `Line ${n}` } } });
  const now = () => {
    const found = cardOf(board, card);
    if (!found) throw new Error("The card is gone");
    return found;
  };
  const lines = () => inOrder(now().items).map(({ text, done }) => (done ? `[${text}]` : text));
  return { board, update, now, lines };
}

describe("checklists", () => {
  test("two people who tick different lines both have it, as do one who ticks and one who rewords", () => {
    const { update, lines } = listed();
    update({ items: { [item(1)]: { done: true } } }, "usr_a");
    update({ items: { [item(2)]: { done: true } } }, "usr_b");
    update({ items: { [item(1)]: { text: "Relire" } } }, "usr_b");
    expect(lines()).toEqual(["[Relire]", "[Line 2]", "Line 3"]);
  });

  test("lines move by their neighbours, also to another list", () => {
    const { update, now, lines } = listed();
    update({ items: { [item(3)]: { after: null, before: item(1) } } });
    expect(lines()).toEqual(["Line 3", "Line 1", "Line 2"]);
    update({ checklists: { [other]: { name: "" } } });
    update({ items: { [item(1)]: { list: other } } });
    expect(now().items[item(1)]?.list).toBe(other);
  });

  test("a list goes with its lines, and undo brings all of them back in their order", () => {
    const { board, update, now, lines } = listed();
    const verdict = update({ checklists: { [list]: null } });
    expect(now().items).toEqual({});
    const back = "inverse" in verdict ? undoOps(verdict.inverse, () => board.version, board) : [];
    for (const op of back) run(board, op);
    expect(now().checklists[list]?.name).toBe("Avant envoi");
    expect(lines()).toEqual(["Line 1", "Line 2", "Line 3"]);
  });

  test("a line that is written into a list that just went brings the list back: nothing typed is lost", () => {
    const { update, now, lines } = listed();
    update({ checklists: { [list]: null } });
    update({ items: { [item(9)]: { list, text: "Typed meanwhile" } } });
    expect(lines()).toEqual(["Typed meanwhile"]);
    expect(Object.keys(now().checklists)).toEqual([list]);
  });

  test("what was taken away stays away, for a tick and for a creation that comes again", () => {
    const { update, lines } = listed();
    update({ items: { [item(2)]: null } });
    expect(update({ items: { [item(2)]: { done: true } } }).outcome).toBe("noop");
    expect(update({ items: { [item(2)]: { list, text: "Line 2" } } }).outcome).toBe("noop");
    expect(lines()).toEqual(["Line 1", "Line 3"]);
  });

  test("undo leaves a later value of somebody else alone", () => {
    const { board, update, lines } = listed();
    const tick = update({ items: { [item(1)]: { done: true } } }, "usr_a");
    const { version } = board;
    update({ items: { [item(1)]: { text: "Reworded" } } }, "usr_b");
    const back = "inverse" in tick ? undoOps(tick.inverse, () => version, board) : [];
    expect(back.map((op) => run(board, op).outcome)).toEqual(["noop"]);
    expect(lines()[0]).toBe("[Reworded]");
  });

  test("undo of a creation does nothing once somebody has added a line to the card", () => {
    const board = dealt(1, 0);
    const made = run(board, {
      kind: "card.create",
      card,
      column: testId("col", 1),
      after: null,
      before: null,
      fields: { title: "Mine" },
    });
    const { version } = board;
    const undo = () => ("inverse" in made ? undoOps(made.inverse, () => version, board) : []);
    const before = undo();
    const items = { [item(1)]: { list, text: "Yours" } };
    run(board, { kind: "card.update", card, set: {}, items });
    for (const ops of [before, undo()]) {
      expect(ops.map((op) => run(board, op).outcome)).toEqual(["noop"]);
    }
    expect(cardOf(board, card)?.deleted).toBe(false);
  });

  test("a card takes so many lines and no more", () => {
    const { update } = listed();
    const many = Array.from({ length: MOST.items }, (_, n) => [item(100 + n), { list, text: "x" }]);
    const verdict = update({ items: Object.fromEntries(many) as Parts["items"] });
    expect(verdict).toEqual({ outcome: "rejected", reason: "too_many" });
  });

  test("a gap that was narrowed for long gives its list new ranks, and keeps the order", () => {
    const { update, now, lines } = listed();
    for (let n = 0; n < 260; n += 1) {
      const [moved, before] = n % 2 === 0 ? ([2, 3] as const) : ([3, 2] as const);
      const [after, next] = [item(1), item(before)];
      update({ items: { [item(moved)]: { after: next, before: null } } });
      update({ items: { [item(moved)]: { after, before: next } } });
    }
    expect(lines()).toEqual(["Line 1", "Line 3", "Line 2"]);
    const longest = Math.max(...Object.values(now().items).map(({ rank }) => rank.length));
    expect(longest).toBeLessThan(41);
  });

  test("progress counts the lines of all lists", () => {
    const { update, now } = listed();
    update({ items: { [item(1)]: { done: true } } });
    expect(progressOf(now().items)).toEqual({ done: 1, total: 3 });
  });
});

test("a relation mirrored twice is itself", () => {
  for (const relation of RELATIONS) expect(mirrored(mirrored(relation))).toBe(relation);
  expect(mirrored("blocks")).toBe("blocked_by");
});

test("a link with a card of another board is kept by this side alone, limited, ended and undone like the others", () => {
  const board = dealt(1, 2);
  const out = {
    kind: "card.link",
    card,
    other: testId("crd", 2),
    board: testId("brd", 2),
  } as const;
  const made = run(board, Op.parse({ ...out, relation: "blocks" }));
  const key = `${testId("brd", 2)}/${testId("crd", 2)}`;
  expect(board.cards.get(card)?.links).toEqual({ [key]: "blocks" });
  expect(board.cards.get(testId("crd", 2))?.links).toEqual({});
  expect(run(board, { ...out, relation: "blocks" }).outcome).toBe("noop");
  if (!("inverse" in made)) throw new Error(made.outcome);
  const back = undoOps(made.inverse, () => board.version, board);
  expect(back).toMatchObject([{ ...out, relation: null }]);
  expect(Op.safeParse(back[0]).success).toBe(true);
  for (const op of back) run(board, op);
  expect(board.cards.get(card)?.links).toEqual({});
});

test("a link with a note is kept by the card alone, relates, is limited, ended and undone like the others", () => {
  const board = dealt(1, 1);
  const note = testId("not", 1);
  const link = { kind: "card.link", card, other: note } as const;
  const made = run(board, Op.parse({ ...link, relation: "relates" }));
  const said = board.version;
  expect(board.cards.get(card)?.links).toEqual({ [note]: "relates" });
  expect(run(board, { ...link, relation: "relates" }).outcome).toBe("noop");
  const refused = { outcome: "rejected", reason: "invalid" };
  expect(run(board, { ...link, relation: "blocks" })).toMatchObject(refused);
  expect(run(board, { ...link, board: testId("brd", 2), relation: null })).toMatchObject(refused);
  for (let n = 2; n <= MOST.links; n += 1) {
    run(board, { ...link, other: testId("not", n), relation: "relates" });
  }
  const more = { ...link, other: testId("not", 99), relation: "relates" } as const;
  expect(run(board, more)).toMatchObject({ outcome: "rejected", reason: "too_many" });
  if (!("inverse" in made)) throw new Error(made.outcome);
  const back = undoOps(made.inverse, () => said, board);
  expect(back).toMatchObject([{ ...link, relation: null }]);
  expect(Op.safeParse(back[0]).success).toBe(true);
  for (const op of back) run(board, op);
  expect(board.cards.get(card)?.links).not.toHaveProperty(note);
});
