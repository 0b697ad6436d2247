import { expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import type { LiveBoard } from "#web/features/boards/sync/board-store.ts";
import { openScene } from "#web/features/boards/testing.tsx";
import { createTransfers, type Transfer } from "./transfers.ts";

const [here, there] = [testId("brd", 1), testId("brd", 2)];
const id = (n: number) => testId("crd", n);

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
  const all: Record<string, LiveBoard> = {
    [here]: settled(source.live),
    [there]: settled(target.live),
  };
  const visit = (board: string) => {
    const found = all[board];
    return away || !found ? Promise.reject(new Error("unreachable")) : Promise.resolve(found);
  };
  const transfers = createTransfers({ visit, store });
  return {
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
  expect(await way.done).toBe(1);
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
  });
  await again.resume();
  expect(titles(target).filter((title) => title === "À moitié")).toHaveLength(1);
  expect(source.card(id(1))?.archived).toBe(true);
});
