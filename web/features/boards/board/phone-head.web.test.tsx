import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { useLocation } from "@solidjs/router";
import { beforeEach, expect, test, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { press, settle } from "#web/ui/testing.tsx";
import { openScene, titlesOf } from "#web/features/boards/testing.tsx";
import { BoardView } from "./board-view.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { PhoneHead } from "./phone-head.tsx";
import { useRoom } from "./room.tsx";

const seen = vi.fn<(element: Element) => void>();
beforeEach(() => {
  seen.mockClear();
  Element.prototype.scrollIntoView = function (this: Element) {
    seen(this);
  };
});

function Address() {
  return <output>{useLocation().search}</output>;
}

function Lanes() {
  useRoom().setLook("lanes", "priority");
  return null;
}

async function phone(options: { rights?: { write: boolean; manage: boolean }; lanes?: boolean }) {
  const scene = await openScene(options.rights);
  scene.show(() => (
    <>
      {options.lanes && <Lanes />}
      <PhoneHead filtering={false} onFilter={() => {}} />
      <FilterBar shown={false} />
      <BoardView opened={null} composing={null} onCompose={() => {}} onOpen={() => {}} />
      <Address />
    </>
  ));
  await screen.findAllByText("Card 1");
  return scene;
}

/** Opens the board's menu and answers its rows. */
async function menu() {
  const button = screen.getByRole("button", { name: "Autres actions" });
  button.focus();
  press("Enter");
  const panel = await screen.findByRole("menu");
  return within(panel);
}

test("a step that still waits is taken back from the board's menu", async () => {
  const { live, turn } = await phone({});
  turn("waiting");
  const move = { column: testId("col", 2), after: null, before: null };
  await live.act({ kind: "card.move", card: testId("crd", 1), ...move });
  await waitFor(() => expect(titlesOf(2)).toContain("Card 1"));
  const rows = await menu();
  const redo = rows.getByRole("menuitem", { name: "Rétablir la dernière modification" });
  expect(redo.getAttribute("aria-disabled")).toBe("true");
  const undo = rows.getByRole("menuitem", { name: "Annuler la dernière modification" });
  undo.focus();
  press("Enter");
  await waitFor(() => expect(titlesOf(1)).toContain("Card 1"));
});

test.each([
  ["Gérer les étiquettes…", "?tags=1"],
  ["Archives", "?archive=1"],
])("the board's menu leads to %s", async (name, address) => {
  await phone({});
  const row = (await menu()).getByRole("menuitem", { name });
  row.focus();
  press("Enter");
  await waitFor(() => expect(screen.getByText(address)).toBeTruthy());
});

test("whoever may only read finds what there is to read", async () => {
  await phone({ rights: { write: false, manage: false } });
  const rows = (await menu()).getAllByRole("menuitem");
  expect(rows.map((row) => row.textContent)).toEqual(["Modèles de carte", "Archives"]);
});

test("in rows the tabs lead to a column's head, and know one for each column", async () => {
  await phone({ lanes: true });
  await settle();
  const heads = [...document.querySelectorAll<HTMLElement>("[data-tab]")];
  expect(heads.map((head) => head.dataset["tab"])).toEqual([1, 2, 3].map((n) => testId("col", n)));
  const tabs = screen.getByRole("navigation", { name: "Colonnes du tableau" });
  fireEvent.click(within(tabs).getByRole("button", { name: "Column 3" }));
  expect(seen).toHaveBeenLastCalledWith(heads[2]);
});
