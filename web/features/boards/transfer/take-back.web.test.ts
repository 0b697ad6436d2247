import { expect, test, vi } from "vitest";
import type { OutsideLink } from "#domain/boards/links-api.ts";
import type { Op } from "#domain/boards/ops.ts";
import { testId } from "#domain/boards/testing.ts";
import type { LiveBoard } from "#web/features/boards/sync/board-store.ts";
import { answeringObject } from "#web/features/boards/testing-object.ts";
import { createTransfers, type Transfer } from "./transfers.ts";

const [here, there] = [testId("brd", 1), testId("brd", 2)];
const id = (n: number) => testId("crd", n);

const notes = (cards: readonly { title: string }[]) =>
  cards.filter(({ title }) => title === "Note").length;

/** Two boards whose objects answer, the first one open; the other one is visited, and left whenever it is said. */
async function scene() {
  const [from, to] = [answeringObject(), answeringObject()];
  const live = await from.open();
  await live.act({ kind: "card.update", card: id(1), set: { title: "Note" } });
  let visited: LiveBoard | null = null;
  let away = false;
  let kept: readonly Transfer[] = [];
  const store = { read: () => kept, write: (list: readonly Transfer[]) => void (kept = list) };
  const visit = async (board: string) => {
    if (away) throw new Error("unreachable");
    if (board === here) return live;
    visited ??= await to.open();
    return visited;
  };
  const over: OutsideLink[] = [];
  const changed: { board: string; ops: Op[] }[] = [];
  const tell = {
    late: vi.fn<() => void>(),
    stays: vi.fn<(count: number) => void>(),
    unmoved: vi.fn<() => void>(),
  };
  const transfers = createTransfers({
    visit,
    store,
    bring: () => Promise.resolve(),
    links: () => Promise.resolve(over),
    change: (board, ops) => Promise.resolve(void changed.push({ board, ops })),
  });
  const move = async (ids = [id(1)], copies = false) => {
    const way = transfers.start(live, { from: here, to: there, copies, ids }, tell);
    await way.done;
    return way;
  };
  const idle = () => vi.waitFor(() => expect(live.link.waiting).toBe(0));
  return {
    from,
    to,
    live,
    tell,
    over,
    changed,
    transfers,
    move,
    kept: () => kept,
    /** The visit ends, as after a while; the next one holds what is on the board. */
    leave: () => {
      visited?.close();
      visited = null;
    },
    cut: (on: boolean) => (away = on),
    /** Where the card stands: how often here, how often there. */
    stands: async () => {
      await idle();
      await new Promise((done) => setTimeout(done, 60));
      return [notes(from.cards()), notes(to.cards())];
    },
  };
}

test("undo brings the card back and takes away what was made, redo does both again, however long after", async () => {
  const { live, move, stands, leave } = await scene();
  await move();
  expect(await stands()).toEqual([0, 1]);
  expect(await live.undo()).toBe(true);
  expect(await stands()).toEqual([1, 0]);
  expect(await live.redo()).toBe(true);
  expect(await stands()).toEqual([0, 1]);
  expect(await live.undo()).toBe(true);
  expect(await stands()).toEqual([1, 0]);
  // What was deleted there is not on the page that visits it next.
  leave();
  expect(await live.redo()).toBe(true);
  expect(await stands()).toEqual([0, 1]);
});

test("the toast's undo is a step like others: taken back, the card is away again", async () => {
  const { live, move, stands } = await scene();
  const way = await move();
  await way.undo();
  expect(await stands()).toEqual([1, 0]);
  await live.undo();
  expect(await stands()).toEqual([0, 1]);
  await live.redo();
  expect(await stands()).toEqual([1, 0]);
});

test("only the step that moved the card moves it: archiving it by hand, and other steps, leave the other board alone", async () => {
  const { live, move, stands } = await scene();
  await move();
  await live.undo();
  expect(await stands()).toEqual([1, 0]);
  await live.act({ kind: "card.archive", card: id(1) });
  await live.act({ kind: "card.update", card: id(2), set: { title: "Autre" } });
  await live.undo();
  expect(await stands()).toEqual([0, 0]);
  await live.undo();
  await live.redo();
  expect(await stands()).toEqual([0, 0]);
});

test("moved a second time, it is there once, also when that is taken back and done again", async () => {
  const { live, move, stands } = await scene();
  await move();
  await live.undo();
  await move();
  expect(await stands()).toEqual([0, 1]);
  await live.undo();
  expect(await stands()).toEqual([1, 0]);
  await live.redo();
  expect(await stands()).toEqual([0, 1]);
});

test("what somebody wrote on the other board stays there, and that is said", async () => {
  const { live, to, move, stands, tell } = await scene();
  await move();
  const [made] = to.cards().filter(({ title }) => title === "Note");
  to.others({ kind: "card.update", card: made?.id ?? "", set: { priority: "urgent" } });
  await live.undo();
  expect(await stands()).toEqual([1, 1]);
  expect(tell.stays).toHaveBeenCalledExactlyOnceWith(1);
  expect(to.card(made?.id ?? "")?.priority).toBe("urgent");
});

test("a copy that is taken back goes, unless somebody wrote on it", async () => {
  const { to, move, stands, tell } = await scene();
  const way = await move([id(1)], true);
  expect(await stands()).toEqual([1, 1]);
  await way.undo();
  expect(await stands()).toEqual([1, 0]);
  const again = await move([id(1)], true);
  const [made] = to.cards().filter(({ title }) => title === "Note");
  to.others({ kind: "card.update", card: made?.id ?? "", set: { title: "Note", priority: "low" } });
  await again.undo();
  expect(await stands()).toEqual([1, 1]);
  expect(tell.stays).toHaveBeenCalledOnce();
});

test("a redo that can't reach the other board changes nothing here, is said, and can be done later", async () => {
  const { live, move, stands, cut, tell, kept } = await scene();
  await move();
  await stands();
  await live.undo();
  await stands();
  cut(true);
  expect(await live.redo()).toBe(false);
  expect(await stands()).toEqual([1, 0]);
  expect(tell.unmoved).toHaveBeenCalledOnce();
  cut(false);
  expect(await live.redo()).toBe(true);
  expect(await stands()).toEqual([0, 1]);
  expect(kept()).toEqual([]);
});

test("a redo that the other board refuses changes nothing here, and is said", async () => {
  const { live, to, move, stands, tell } = await scene();
  await move();
  await stands();
  await live.undo();
  await stands();
  to.refuse(true);
  expect(await live.redo()).toBe(false);
  to.refuse(false);
  expect(await stands()).toEqual([1, 0]);
  expect(tell.unmoved).toHaveBeenCalledOnce();
});

test("the card leaves this board only once the other one has said that it took it again", async () => {
  const { live, from, to, move, stands } = await scene();
  await move();
  await stands();
  await live.undo();
  await stands();
  to.hold(true);
  const redone = live.redo();
  await new Promise((done) => setTimeout(done, 120));
  expect(live.card(id(1))?.archived).toBe(false);
  expect(from.cards().some(({ title }) => title === "Note")).toBe(true);
  to.hold(false);
  expect(await redone).toBe(true);
  expect(await stands()).toEqual([0, 1]);
});

test("what a card was linked with is linked with the one there, once, and undo leads every link back", async () => {
  const { from, to, live, over, changed, move, stands } = await scene();
  const [third, note] = [testId("brd", 3), testId("not", 1)];
  await live.act(
    { kind: "card.link", card: id(1), other: id(2), relation: "blocks" },
    { kind: "card.link", card: id(1), other: id(9), board: third, relation: "relates" },
    { kind: "card.link", card: id(1), other: note, relation: "relates" },
  );
  const before = from.card(id(1))?.links;
  over.push({
    card: id(1),
    own: false,
    boardId: third,
    otherId: id(8),
    relation: "blocks",
    other: null,
  });
  await stands();
  await move();
  expect(await stands()).toEqual([0, 1]);
  const [made] = to.cards().filter(({ title }) => title === "Note");
  expect(made?.links).toEqual({
    [`${here}/${id(2)}`]: "blocks",
    [`${third}/${id(9)}`]: "relates",
    [note]: "relates",
  });
  expect(made?.cameFrom).toBe(`${here}/${id(1)}`);
  expect(from.card(id(1))).toMatchObject({ links: {}, movedTo: `${there}/${made?.id}` });
  expect(from.card(id(2))?.links).toEqual({});
  // The card of the third board that kept a link with it keeps it with the one there.
  const link = { kind: "card.link", card: id(8) };
  const [was, is] = [
    { ...link, other: id(1), board: here },
    { ...link, other: made?.id, board: there },
  ];
  const relation = "blocked_by";
  expect(changed).toEqual([
    {
      board: third,
      ops: [
        { ...was, relation: null },
        { ...is, relation },
      ],
    },
  ]);
  await live.undo();
  expect(await stands()).toEqual([1, 0]);
  expect(from.card(id(1))).toMatchObject({ links: before, movedTo: null });
  expect(from.card(id(2))?.links).toEqual({ [id(1)]: "blocked_by" });
  expect(changed[1]).toEqual({
    board: third,
    ops: [
      { ...is, relation: null },
      { ...was, relation },
    ],
  });
  await live.redo();
  expect(await stands()).toEqual([0, 1]);
  expect(from.card(id(1))?.links).toEqual({});
  expect(changed[2]).toEqual(changed[0]);
});

test("the toast's undo leads links back as well", async () => {
  const { from, live, move, stands } = await scene();
  await live.act({ kind: "card.link", card: id(1), other: id(2), relation: "blocks" });
  await stands();
  const way = await move([id(1), id(2)]);
  await stands();
  expect(from.card(id(2))?.links).toEqual({});
  await way.undo();
  await stands();
  expect(from.card(id(1))?.links).toEqual({ [id(2)]: "blocks" });
  expect(from.card(id(2))?.links).toEqual({ [id(1)]: "blocked_by" });
});

test("cards go to the column and the end that were chosen, in their order; else to the column of the same name", async () => {
  const { to, live, transfers, move, stands } = await scene();
  const titles = (column: number) =>
    to
      .cards()
      .filter(({ columnId }) => columnId === testId("col", column))
      .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
      .map(({ title }) => title);
  await live.act({ kind: "card.update", card: id(2), set: { title: "Deux" } });
  const plan = { from: here, to: there, copies: false, column: testId("col", 3), top: true };
  await transfers.start(live, { ...plan, ids: [id(1), id(2)] }).done;
  await stands();
  expect(titles(3).slice(0, 2)).toEqual(["Note", "Deux"]);
  await live.act({ kind: "card.update", card: id(3), set: { title: "Trois" } });
  const own = live.columns().findIndex(({ id: column }) => column === live.card(id(3))?.columnId);
  await move([id(3)]);
  await stands();
  expect(titles(own + 1).at(-1)).toBe("Trois");
});
