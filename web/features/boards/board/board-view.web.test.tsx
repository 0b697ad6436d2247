import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { beforeAll, expect, test, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { press, settle } from "#web/ui/testing.tsx";
import { focusOn, openScene, titlesOf } from "#web/features/boards/testing.tsx";
import { BoardView } from "./board-view.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { onUndoKeys, useUndo } from "./undo-keys.ts";

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

function UndoKeys() {
  const steps = useUndo();
  onUndoKeys(
    () => void steps.undo(),
    () => void steps.redo(),
  );
  return null;
}

async function board(rights?: { write: boolean; manage: boolean }) {
  const scene = await openScene(rights);
  const opened = vi.fn<(card: string) => void>();
  const composed = vi.fn<(column: string | null) => void>();
  scene.show(() => (
    <>
      <FilterBar shown />
      <BoardView opened={null} composing={null} onCompose={composed} onOpen={opened} />
      <MoveDialog />
      <UndoKeys />
    </>
  ));
  await screen.findByText("Card 1");
  return { ...scene, opened, composed };
}

const focusedCard = () => (document.activeElement as HTMLElement | null)?.dataset["card"];
const told = () => document.querySelector("[aria-live=assertive]")?.textContent;

test("exactly one card is in the order of Tab, and arrows go from card to card and column to column", async () => {
  await board();
  expect(document.querySelectorAll('[data-card][tabindex="0"]')).toHaveLength(1);
  focusOn(1);
  press("ArrowDown");
  await waitFor(() => expect(focusedCard()).toBe(testId("crd", 4)));
  press("ArrowRight");
  await waitFor(() => expect(focusedCard()).toBe(testId("crd", 5)));
  press("Home");
  await waitFor(() => {
    expect(focusedCard()).toBe(testId("crd", 2));
    expect(document.querySelectorAll('[data-card][tabindex="0"]')).toHaveLength(1);
  });
});

test("a key right after an arrow is meant for the card that the arrow went to", async () => {
  await board();
  focusOn(1);
  press("ArrowDown");
  press("x");
  expect(focusedCard()).toBe(testId("crd", 4));
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /Card 4/ }).checked).toBe(true);
});

test("a card is carried by keyboard, told on the way, dropped, and keeps the focus", async () => {
  await board();
  focusOn(1);
  press(" ");
  expect(told()).toContain("Card 1 prise, colonne Column 1, place 1 sur 2");
  press("ArrowRight");
  press("ArrowDown");
  expect(told()).toContain("Column 2, place 2 sur 3");
  expect(document.querySelectorAll("[data-slot]")).toHaveLength(1);
  expect(titlesOf(2)).toEqual(["Card 2", "Card 5"]);
  press("Enter");
  await waitFor(() => {
    expect(titlesOf(2)).toEqual(["Card 2", "Card 1", "Card 5"]);
    expect(document.querySelector("[data-slot]")).toBeNull();
    expect(focusedCard()).toBe(testId("crd", 1));
    expect(told()).toContain("Card 1 posée dans Column 2, place 2");
  });
});

test("what is taken back is told, with where the card stands then", async () => {
  const { turn } = await board();
  turn("waiting");
  focusOn(1);
  for (const key of [" ", "ArrowRight", "Enter"]) press(key);
  await waitFor(() => expect(titlesOf(2)).toContain("Card 1"));
  expect(told()).toContain("Card 1 posée dans Column 2");
  press("z", { ctrlKey: true });
  await waitFor(() => expect(told()).toBe("Annulé : Card 1 dans Column 1, place 1."));
});

test("Escape puts a carried card back, Tab lets go of it", async () => {
  const { live } = await board();
  focusOn(1);
  press(" ");
  press("ArrowRight");
  press("Escape");
  expect(told()).toContain("Card 1 est revenue à sa place");
  await settle(30);
  focusOn(1);
  press(" ");
  press("Tab");
  expect(document.querySelector("[data-slot]")).toBeNull();
  expect(titlesOf(1)).toEqual(["Card 1", "Card 4"]);
  expect(live.link.waiting).toBe(0);
});

test("selected cards move together, in their order, as one step that is undone as one", async () => {
  const { live } = await board();
  focusOn(4);
  press("x");
  focusOn(1);
  press("x");
  press(" ");
  press("ArrowRight");
  press("Enter");
  await waitFor(() => {
    expect(titlesOf(2)).toEqual(["Card 1", "Card 4", "Card 2", "Card 5"]);
    expect(titlesOf(1)).toEqual([]);
    expect(live.link.waiting).toBe(2);
  });
});

test("“Move to…” asks where to, and gives the focus back to the card", async () => {
  await board();
  focusOn(1);
  press("m");
  await screen.findByRole("dialog", { name: "Déplacer la carte" });
  focusOn(4);
  fireEvent.click(screen.getByRole("button", { name: "Déplacer" }));
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(focusedCard()).toBe(testId("crd", 1));
    expect(told()).toContain("Card 1 posée dans Column 1, place 1");
  });
});

test("Enter opens, C writes a card in the column of the focus", async () => {
  const { opened, composed } = await board();
  focusOn(2);
  press("Enter");
  expect(opened).toHaveBeenCalledWith(testId("crd", 2));
  press("c");
  expect(composed).toHaveBeenCalledWith(testId("col", 2));
});

test("whoever may only read can walk and open, and is offered nothing else", async () => {
  const { opened, live } = await board({ write: false, manage: false });
  focusOn(1);
  for (const key of [" ", "m", "x", "c", "a", "d", "l"]) press(key);
  expect(document.querySelector("[data-slot]")).toBeNull();
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.queryByRole("checkbox")).toBeNull();
  expect(screen.queryByRole("button", { name: /Ajouter|Actions|^Colonne$/ })).toBeNull();
  press("Enter");
  expect(opened).toHaveBeenCalledWith(testId("crd", 1));
  expect(live.link.waiting).toBe(0);
});

test("another person's move is shown with their name, and the card they hold is drawn as held", async () => {
  const { hear } = await board();
  const state = { card: testId("crd", 2), field: null, dragging: true, x: 100, y: 100 };
  const peers = [{ peer: "per_2", userId: testId("usr", 2), name: "Karim Benali", state }];
  hear({ kind: "presence", whole: true, peers });
  await waitFor(() => {
    expect(focusOn(2).className).toContain("border-dashed");
    expect(document.querySelector("[data-cursor]")?.textContent).toContain("Karim");
  });
  hear({ kind: "left", peer: "per_2" });
  await waitFor(() => expect(document.querySelector("[data-cursor]")).toBeNull());
});

test("L gives a tag to every selected card at once, and Escape gives the focus back", async () => {
  const { live } = await board();
  for (const card of [4, 1]) {
    focusOn(card);
    press("x");
  }
  press("l");
  const field = await screen.findByRole("combobox", { name: "Étiquettes" });
  fireEvent.input(field, { target: { value: "Structure" } });
  press("Enter");
  await waitFor(() => {
    expect(live.card(testId("crd", 1))?.tags).toEqual(["Structure"]);
    expect(live.card(testId("crd", 4))?.tags).toEqual(["Structure"]);
    expect(live.link.waiting).toBe(2);
  });
  press("Escape");
  await waitFor(() => {
    expect(screen.queryByRole("combobox", { name: "Étiquettes" })).toBeNull();
    expect(focusedCard()).toBe(testId("crd", 4));
  });
});

test("a limit counts all cards of a column; under a filter its head tells how many of them are shown", async () => {
  const { live } = await board();
  await live.act({ kind: "column.update", column: testId("col", 1), set: { wipLimit: 1 } });
  const head = () => document.querySelector(`[data-column="${testId("col", 1)}"] header`);
  await waitFor(() => expect(head()?.textContent).toContain("2/1"));
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: "Card 4" } });
  await waitFor(() => {
    expect(titlesOf(1)).toEqual(["Card 4"]);
    expect(head()?.textContent).toContain("1 sur 2");
    expect(head()?.textContent).toContain("Limite dépassée d’une carte");
    expect(screen.getByText("1 sur 6 cartes")).toBeTruthy();
    expect(screen.getByRole("region", { name: "Column 2, 0 carte" })).toBeTruthy();
    expect(screen.getAllByText("Aucune carte ne correspond")).toHaveLength(2);
  });
});

test("D dates the focused card alone when it is not selected", async () => {
  const { live } = await board();
  focusOn(4);
  press("x");
  focusOn(1);
  press("d");
  const month = await screen.findByRole("grid");
  fireEvent.click(month.querySelectorAll("button")[10] as HTMLElement);
  await waitFor(() => {
    expect(live.card(testId("crd", 1))?.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(live.card(testId("crd", 4))?.dueOn).toBeNull();
    expect(focusedCard()).toBe(testId("crd", 1));
  });
});

test("E archives the focused card, undo brings it back to its place", async () => {
  const { live } = await board();
  focusOn(1);
  press("e");
  await waitFor(() => expect(titlesOf(1)).toEqual(["Card 4"]));
  await live.undo();
  await waitFor(() => expect(titlesOf(1)).toEqual(["Card 1", "Card 4"]));
});

test("Suppr deletes the focused card or the selected ones; the focus goes on to the next, undo brings them back", async () => {
  await board();
  focusOn(1);
  press("Delete");
  await waitFor(() => expect(titlesOf(1)).toEqual(["Card 4"]));
  await waitFor(() => expect(focusedCard()).toBe(testId("crd", 4)));
  await screen.findByText("« Card 1 » est supprimée.");
  fireEvent.click(screen.getByRole("button", { name: "Annuler" }));
  await waitFor(() => expect(titlesOf(1)).toEqual(["Card 1", "Card 4"]));
  focusOn(1);
  press("x");
  focusOn(4);
  press("x");
  press("Backspace");
  await waitFor(() => expect(titlesOf(1)).toEqual([]));
  fireEvent.click(
    (await screen.findAllByRole("button", { name: "Annuler" })).at(-1) ?? document.body,
  );
  await waitFor(() => expect(titlesOf(1)).toEqual(["Card 1", "Card 4"]));
});

test("an archived column takes its cards along and is not among the columns any more", async () => {
  const { live } = await board();
  await live.act({ kind: "column.archive", column: testId("col", 2) });
  await waitFor(() => expect(document.querySelectorAll("[data-column]")).toHaveLength(2));
  expect(screen.queryByText("Card 2")).toBeNull();
  await live.undo();
  await screen.findByText("Card 2");
});

test("a full column that blocks shows a lock and lets no card in; the card stays where it was", async () => {
  const { live } = await board();
  const set = { wipLimit: 2, wipBlock: true };
  await live.act({ kind: "column.update", column: testId("col", 2), set });
  await screen.findByTitle("Limite atteinte : aucune carte ne peut plus entrer.");
  const move = { card: testId("crd", 1), column: testId("col", 2), after: null, before: null };
  expect(await live.act({ kind: "card.move", ...move })).toBe("wip_limit");
  expect(titlesOf(1)).toEqual(["Card 1", "Card 4"]);
  expect(titlesOf(2)).toHaveLength(2);
  focusOn(1);
  for (const key of [" ", "ArrowRight", "Enter"]) press(key);
  await waitFor(() => expect(told()).toMatch(/^Cette colonne est pleine/));
  expect(titlesOf(1)).toEqual(["Card 1", "Card 4"]);
});
