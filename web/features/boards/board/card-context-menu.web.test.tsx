import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { beforeAll, expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { press } from "#web/ui/testing.tsx";
import { focusOn, openScene, titlesOf } from "#web/features/boards/testing.tsx";
import { BoardView } from "./board-view.tsx";

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

async function board(rights?: { write: boolean; manage: boolean }) {
  const scene = await openScene(rights);
  scene.turn("waiting");
  scene.show(() => (
    <BoardView opened={null} composing={null} onCompose={() => {}} onOpen={() => {}} />
  ));
  await screen.findByText("Card 1");
  return scene;
}
const rows = async () =>
  within(await screen.findByRole("menu"))
    .getAllByRole("menuitem")
    .map((row) => row.textContent);

test("a right click on a card opens what its button holds, and the step is done", async () => {
  await board();
  expect(fireEvent.contextMenu(focusOn(1))).toBe(false);
  expect(await rows()).toEqual([
    expect.stringContaining("Déplacer vers…"),
    "Vers un autre tableau…",
    "Copier le lien",
    expect.stringContaining("modèle"),
    "Archiver la carte",
    "Supprimer la carte",
  ]);
  screen.getByRole("menuitem", { name: "Archiver la carte" }).focus();
  press("Enter");
  await waitFor(() => expect(titlesOf(1)).toEqual(["Card 4"]));
});

test.each([
  ["ContextMenu", {}],
  ["F10", { shiftKey: true }],
])(
  "%s opens it on the focused card, which has the focus again once it is closed",
  async (key, more) => {
    await board();
    const card = focusOn(4);
    press(key, more);
    expect(await rows()).toContain("Copier le lien");
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(card));
  },
);

test("of selected cards it is for all of them", async () => {
  const { live } = await board();
  for (const n of [1, 2]) {
    focusOn(n);
    press("x");
  }
  fireEvent.contextMenu(focusOn(2));
  expect(await rows()).not.toContain("Copier le lien");
  screen.getByRole("menuitem", { name: "Supprimer" }).focus();
  press("Enter");
  await waitFor(() => {
    expect(live.card(testId("crd", 1))?.deleted).toBe(true);
    expect(live.card(testId("crd", 2))?.deleted).toBe(true);
  });
});

test("beside cards, and by a finger, the browser's own menu is left alone", async () => {
  await board();
  const column = document.querySelector(`[data-column="${testId("col", 1)}"]`) as Element;
  expect(fireEvent.contextMenu(column)).toBe(true);
  const touch = new MouseEvent("contextmenu", { bubbles: true, cancelable: true });
  expect(fireEvent(focusOn(1), Object.assign(touch, { pointerType: "touch" }))).toBe(true);
  expect(screen.queryByRole("menu")).toBeNull();
});

test("whoever may only read copies the link", async () => {
  await board({ write: false, manage: false });
  fireEvent.contextMenu(focusOn(1));
  expect(await rows()).toEqual(["Copier le lien"]);
});
