import { describe, expect, test } from "vitest";
import { cardOf, columnOf, mapReader } from "./board-map.ts";
import { decide } from "./decide.ts";
import type { Op } from "./ops.ts";
import { dealt, run, testId } from "./testing.ts";
import { undoOps } from "./undo.ts";

const [one, two, three] = [1, 2, 3].map((n) => testId("crd", n)) as [string, string, string];
const [first, second] = [testId("col", 1), testId("col", 2)];
const end = { after: null, before: null };
const lane = (board: ReturnType<typeof dealt>, column: string) =>
  mapReader(board)
    .cardLane(column, "")
    .all()
    .map(({ id }) => id);

describe("the archive", () => {
  test("an archived card leaves its column and comes back to its place", () => {
    const board = dealt(1, 3);
    run(board, { kind: "card.archive", card: two });
    expect(lane(board, first)).toEqual([one, three]);
    run(board, { kind: "card.unarchive", card: two });
    expect(lane(board, first)).toEqual([one, two, three]);
  });

  test("it says as which card of another board it went on, until it is back, also when that is taken back", () => {
    const board = dealt(1, 2);
    const to = { board: testId("brd", 7), card: two };
    run(board, { kind: "card.archive", card: one, to });
    expect(cardOf(board, one)?.movedTo).toBe(`${to.board}/${two}`);
    const back = run(board, { kind: "card.unarchive", card: one });
    expect(cardOf(board, one)).toMatchObject({ archived: false, movedTo: null });
    if (!("inverse" in back)) throw new Error(back.outcome);
    const [again] = undoOps(back.inverse, () => board.version, board);
    expect(again).toMatchObject({ kind: "card.archive", card: one, to });
    run(board, again as Op);
    expect(cardOf(board, one)?.movedTo).toBe(`${to.board}/${two}`);
  });

  test("it can be changed there, and deleted; deletion is another matter than the archive", () => {
    const board = dealt(1, 2);
    run(board, { kind: "card.archive", card: one });
    run(board, { kind: "card.update", card: one, set: { title: "Changed" } });
    run(board, { kind: "card.delete", card: one });
    expect(run(board, { kind: "card.unarchive", card: one }).outcome).toBe("rejected");
    run(board, { kind: "card.restore", card: one });
    expect(cardOf(board, one)).toMatchObject({ title: "Changed", archived: true, deleted: false });
    expect(lane(board, first)).toEqual([two]);
  });

  test("a column is archived with its cards, and nobody moves one into it meanwhile", () => {
    const board = dealt(2, 4);
    const cards = [two, testId("crd", 4)];
    run(board, { kind: "column.archive", column: second });
    expect(lane(board, second)).toEqual(cards);
    const move: Op = { kind: "card.move", card: one, column: second, ...end };
    expect(run(board, move)).toMatchObject({ reason: "column_gone" });
    run(board, { kind: "column.unarchive", column: second });
    expect(columnOf(board, second)?.archived).toBe(false);
    expect(lane(board, second)).toEqual(cards);
  });

  test("the last column stays, and a card whose column is archived comes back to the first", () => {
    const board = dealt(2, 2);
    run(board, { kind: "card.archive", card: two });
    run(board, { kind: "column.archive", column: second });
    const last = run(board, { kind: "column.archive", column: first });
    expect(last).toMatchObject({ reason: "column_last" });
    run(board, { kind: "card.unarchive", card: two });
    expect(lane(board, first)).toEqual([one, two]);
  });
});

const limited = () => {
  const board = dealt(2, 4);
  run(board, { kind: "column.update", column: first, set: { wipLimit: 2, wipBlock: true } });
  return board;
};
const create = (n: number): Op => ({
  kind: "card.create",
  card: testId("crd", n),
  column: first,
  ...end,
  fields: { title: "New" },
});

describe("a limit that blocks", () => {
  test("keeps moves and new cards out, and says why; a move within the column is free", () => {
    const board = limited();
    const full = { outcome: "rejected", reason: "wip_limit" };
    expect(run(board, { kind: "card.move", card: two, column: first, ...end })).toEqual(full);
    expect(run(board, create(9))).toEqual(full);
    const within = run(board, { kind: "card.move", card: one, column: first, ...end });
    expect(within.outcome).toBe("applied");
    run(board, { kind: "column.update", column: first, set: { wipBlock: false } });
    expect(run(board, create(9)).outcome).toBe("applied");
  });

  test("a card that was written before others filled the column goes to the next one with room", () => {
    const board = limited();
    const read = {
      ...mapReader(board),
      history: {
        clientAt: () => "",
        userAt: () => "",
        descriptionAt: () => "",
        commentsSince: () => [],
      },
    };
    const sender = { userId: "usr_a", client: "c", base: 1, at: "" };
    const verdict = decide(read, create(9), sender);
    expect(verdict).toMatchObject({ outcome: "rebased", changes: [{ set: { columnId: second } }] });
    const late = decide(read, create(9), { ...sender, base: board.version });
    expect(late).toEqual({ outcome: "rejected", reason: "wip_limit" });
  });
});

test("a renamed tag is renamed on archived cards too, takes its colour along, and merges", () => {
  const board = dealt(1, 3);
  const tag = (card: string, ...add: string[]) =>
    run(board, { kind: "card.update", card, set: {}, tags: { add, remove: [] } });
  tag(one, "EXE");
  tag(two, "EXE", "Visa");
  tag(three, "Visa");
  run(board, { kind: "tag.color", tag: "EXE", color: "c3" });
  run(board, { kind: "card.archive", card: one });
  run(board, { kind: "tag.rename", tag: "EXE", to: "Visa" });
  const tags = [one, two, three].map((id) => cardOf(board, id)?.tags);
  expect(tags).toEqual([["Visa"], ["Visa"], ["Visa"]]);
  expect(mapReader(board).tag("Visa")?.color).toBe("c3");
  expect(run(board, { kind: "tag.rename", tag: "EXE", to: "Plan" }).outcome).toBe("noop");
});

const link = (relation: "blocks" | null, other = two): Op => ({
  kind: "card.link",
  card: one,
  other,
  relation,
});

describe("links", () => {
  test("both cards tell of it, each from its side, until it ends", () => {
    const board = dealt(1, 2);
    run(board, link("blocks"));
    expect(cardOf(board, one)?.links).toEqual({ [two]: "blocks" });
    expect(cardOf(board, two)?.links).toEqual({ [one]: "blocked_by" });
    expect(run(board, link("blocks")).outcome).toBe("noop");
    run(board, link(null));
    expect([one, two].map((id) => cardOf(board, id)?.links)).toEqual([{}, {}]);
  });

  test("not with itself, nor with what is gone; but a link with what is gone can be ended", () => {
    const board = dealt(1, 2);
    expect(run(board, link("blocks", one))).toMatchObject({ reason: "invalid" });
    run(board, link("blocks"));
    board.cards.delete(two);
    expect(run(board, link("blocks", three))).toMatchObject({ reason: "card_gone" });
    expect(run(board, link(null)).outcome).toBe("applied");
  });
});
