import { expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import type { LiveBoard } from "#web/features/boards/sync/board-store.ts";
import { openScene } from "#web/features/boards/testing.tsx";
import type { Way } from "./bring.ts";
import { createTransfers, type Transfer } from "./transfers.ts";

const [here, there] = [testId("brd", 1), testId("brd", 2)];
const id = (n: number) => testId("crd", n);

/** Boards without links over their edge. */
const alone = { links: () => Promise.resolve([]), change: () => Promise.resolve() };

/** A board as if its object had answered everything. */
const settled = (board: LiveBoard): LiveBoard => ({
  ...board,
  link: { ...board.link, waiting: 0 },
});

/** Two boards whose objects answer at once, or when told, and what is kept of transfers. */
async function boards() {
  const [source, target] = [await openScene(), await openScene()];
  let kept: readonly Transfer[] = [];
  const store = { read: () => kept, write: (list: readonly Transfer[]) => void (kept = list) };
  let away = false;
  let refused = false;
  const brought: Way[] = [];
  const bring = (way: Way) => {
    if (refused) return Promise.reject(new Error("refused"));
    brought.push(way);
    return Promise.resolve();
  };
  const all: Record<string, LiveBoard> = {
    [here]: settled(source.live),
    [there]: settled(target.live),
  };
  const visit = (board: string) => {
    const found = all[board];
    return away || !found ? Promise.reject(new Error("unreachable")) : Promise.resolve(found);
  };
  const transfers = createTransfers({ visit, store, bring, ...alone });
  return {
    brought,
    refuse: (on: boolean) => (refused = on),
    source: settled(source.live),
    target: target.live,
    transfers,
    kept: () => kept,
    leave: (on: boolean) => (away = on),
  };
}
const titles = (live: LiveBoard) =>
  live
    .columns()
    .flatMap((column) => live.cardIds(column.id))
    .map((card) => live.card(card)?.title);

test("a card is made on the other board with what it holds, then archived here, and undo brings it back", async () => {
  const { source, target, transfers, kept } = await boards();
  await source.act({
    kind: "card.update",
    card: id(1),
    set: { title: "Note de calcul", priority: "high", dueOn: "2026-12-01" },
    tags: { add: ["EXE"], remove: [] },
    checklists: { [testId("lst", 1)]: { name: "Avant envoi" } },
    items: { [testId("itm", 1)]: { list: testId("lst", 1), text: "Relire" } },
  });
  const way = transfers.start(source, { from: here, to: there, copies: false, ids: [id(1)] });
  expect(kept()).toHaveLength(1);
  expect(await way.done).toHaveLength(1);
  expect(kept()).toEqual([]);
  const made = target.columns().flatMap(({ id: column }) => target.cardIds(column));
  const copy = made
    .map((card) => target.card(card))
    .find((card) => card?.title === "Note de calcul");
  expect(copy).toMatchObject({ priority: "high", dueOn: "2026-12-01", tags: ["EXE"] });
  expect(Object.values(copy?.items ?? {})).toMatchObject([{ text: "Relire" }]);
  expect(titles(source)).not.toContain("Note de calcul");
  expect(source.card(id(1))?.archived).toBe(true);
  await way.undo();
  expect(titles(source)).toContain("Note de calcul");
  expect(titles(target)).not.toContain("Note de calcul");
});

test("a copy leaves the card where it is", async () => {
  const { source, target, transfers } = await boards();
  await source.act({ kind: "card.update", card: id(1), set: { title: "Gabarit" } });
  await transfers.start(source, { from: here, to: there, copies: true, ids: [id(1)] }).done;
  expect(titles(source)).toContain("Gabarit");
  expect(titles(target)).toContain("Gabarit");
});

test("what can't reach the other board stays here whole, and goes on later, once", async () => {
  const { source, target, transfers, kept, leave } = await boards();
  await source.act({ kind: "card.update", card: id(1), set: { title: "Coupée" } });
  leave(true);
  const way = transfers.start(source, { from: here, to: there, copies: false, ids: [id(1)] });
  await expect(way.done).rejects.toThrow("unreachable");
  expect(titles(source)).toContain("Coupée");
  expect(kept()).toHaveLength(1);
  leave(false);
  await transfers.resume();
  await transfers.resume();
  expect(titles(target).filter((title) => title === "Coupée")).toHaveLength(1);
  expect(titles(source)).not.toContain("Coupée");
  expect(kept()).toEqual([]);
});

test("a transfer that was cut after the card was made archives it without making it again", async () => {
  const { source, target, transfers, kept } = await boards();
  await source.act({ kind: "card.update", card: id(1), set: { title: "À moitié" } });
  const way = transfers.start(source, { from: here, to: there, copies: false, ids: [id(1)] });
  const [begun] = kept();
  await way.done;
  await source.act({ kind: "card.unarchive", card: id(1) });
  const again = createTransfers({
    visit: (board) =>
      Promise.resolve(
        board === here ? source : { ...target, link: { ...target.link, waiting: 0 } },
      ),
    store: { read: () => (begun ? [begun] : []), write: () => undefined },
    bring: () => Promise.resolve(),
    ...alone,
  });
  await again.resume();
  expect(titles(target).filter((title) => title === "À moitié")).toHaveLength(1);
  expect(source.card(id(1))?.archived).toBe(true);
});

const PLAN = { id: testId("fil", 1), name: "plan.png", size: 9, type: "image/png" };

test("files and comments are brought before the card leaves; what can't be brought now is later, once", async () => {
  const { source, target, transfers, brought, refuse, kept } = await boards();
  const files = { add: [PLAN], remove: [] };
  await source.act({ kind: "card.update", card: id(1), set: { title: "Avec plan" }, files });
  refuse(true);
  const way = transfers.start(source, {
    from: here,
    to: there,
    copies: false,
    ids: [id(1), id(2)],
  });
  await expect(way.done).rejects.toThrow("refused");
  expect(source.card(id(1))?.archived).toBe(false);
  expect(kept()).toHaveLength(1);
  refuse(false);
  await transfers.resume();
  // The second card has nothing that only the server may bring.
  expect(brought).toMatchObject([{ from: here, card: id(1), to: there, copies: false }]);
  expect(titles(target).filter((title) => title === "Avec plan")).toHaveLength(1);
  expect(source.card(id(1))?.archived).toBe(true);
});

test("cards that go together stay linked, a series goes along, and so do links with notes", async () => {
  const { source, target, transfers } = await boards();
  const repeat = { rule: "FREQ=DAILY", zone: "Europe/Paris", from: "2026-11-22", last: null };
  await source.act(
    { kind: "card.update", card: id(1), set: { title: "Visa", cover: "c2", repeat } },
    { kind: "card.update", card: id(2), set: { title: "Plan" } },
    { kind: "card.link", card: id(1), other: id(2), relation: "blocked_by" },
    { kind: "card.link", card: id(2), other: testId("not", 1), relation: "relates" },
  );
  await transfers.start(source, { from: here, to: there, copies: false, ids: [id(1), id(2)] }).done;
  const made = target
    .columns()
    .flatMap((column) => target.cardIds(column.id))
    .flatMap((card) => target.card(card) ?? []);
  const [visa, plan] = ["Visa", "Plan"].map((name) => made.find(({ title }) => title === name));
  expect(visa).toMatchObject({ cover: "c2", repeat });
  expect(visa?.links).toEqual({ [plan?.id ?? ""]: "blocked_by" });
  expect(plan?.links).toEqual({ [visa?.id ?? ""]: "blocks", [testId("not", 1)]: "relates" });
});
