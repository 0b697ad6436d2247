import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { beforeAll, expect, test, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { press, settle } from "#web/ui/testing.tsx";
import { openScene } from "#web/features/boards/testing.tsx";
import { FilterBar } from "#web/features/boards/board/filter-bar.tsx";
import { TableView } from "./table-view.tsx";

const sizes = { offsetHeight: 600, offsetWidth: 1200, clientHeight: 600 };

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
  for (const [name, value] of Object.entries(sizes)) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value });
  }
});

async function table(rights?: { write: boolean; manage: boolean }, count?: number) {
  const scene = await openScene(rights, count);
  const opened = vi.fn<(card: string) => void>();
  scene.show(() => (
    <>
      <FilterBar shown />
      <TableView opened={null} onOpen={opened} tools={undefined} />
    </>
  ));
  await screen.findByRole("grid", { name: "Cartes du tableau" });
  return { ...scene, opened };
}

const titles = () =>
  screen
    .getAllByRole("row")
    .filter((row) => row.getAttribute("aria-rowindex") !== "1")
    .toSorted((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
    .map((row) => /Card \d+|Note/.exec(row.textContent ?? "")?.[0]);

/** The cell of a card in a column, by the head's words. */
function cell(card: string, column: string): HTMLElement {
  const head = screen.getByRole("columnheader", { name: new RegExp(column) });
  const row = screen.getByText(card).closest<HTMLElement>("[role=row]");
  const found = [...(row?.querySelectorAll<HTMLElement>("[role=gridcell]") ?? [])].find(
    (one) => one.getAttribute("aria-colindex") === head.getAttribute("aria-colindex"),
  );
  if (!found) throw new Error(`no cell ${card} ${column}`);
  return found;
}

test("the table shows every card, column by column, until its heads say otherwise", async () => {
  await table();
  expect(titles()).toEqual(["Card 1", "Card 4", "Card 2", "Card 5", "Card 3", "Card 6"]);
  const head = screen.getByRole("columnheader", { name: /Titre/ });
  fireEvent.click(within(head).getAllByRole("button")[0] as HTMLElement);
  await waitFor(() => expect(titles()[1]).toBe("Card 2"));
  fireEvent.click(within(head).getAllByRole("button")[0] as HTMLElement);
  await waitFor(() => expect(titles()[0]).toBe("Card 6"));
});

test("a title is typed over its cell and saved as an op; Escape leaves it", async () => {
  const { live } = await table();
  cell("Card 2", "Titre").focus();
  press("F2");
  const field = await screen.findByRole("textbox", { name: "Titre" });
  fireEvent.input(field, { target: { value: "  Note  de calcul " } });
  field.focus();
  press("Enter");
  await waitFor(() => expect(live.card(testId("crd", 2))?.title).toBe("Note de calcul"));
  expect(live.link.waiting).toBe(1);
  cell("Card 1", "Titre").focus();
  press("F2");
  const other = await screen.findByRole("textbox", { name: "Titre" });
  fireEvent.input(other, { target: { value: "autre" } });
  other.focus();
  press("Escape");
  await settle(20);
  expect(live.card(testId("crd", 1))?.title).toBe("Card 1");
});

test("priority and column are chosen in place, tags given one by one, and undo takes each back", async () => {
  const { live, turn } = await table();
  turn("waiting");
  const choose = async (column: string, option: RegExp) => {
    cell("Card 1", column).focus();
    press("Enter");
    fireEvent.click(await screen.findByRole("option", { name: option }));
  };
  await choose("Priorité", /Haute/);
  await waitFor(() => expect(live.card(testId("crd", 1))?.priority).toBe("high"));
  await choose("Colonne", /Column 3/);
  await waitFor(() => expect(live.card(testId("crd", 1))?.columnId).toBe(testId("col", 3)));
  cell("Card 1", "Étiquettes").focus();
  press("Enter");
  const search = await screen.findByRole("combobox", { name: "Étiquettes" });
  fireEvent.input(search, { target: { value: "Structure" } });
  fireEvent.keyDown(search, { key: "Enter" });
  await waitFor(() => expect(live.card(testId("crd", 1))?.tags).toEqual(["Structure"]));
  await live.undo();
  await live.undo();
  expect(live.card(testId("crd", 1))).toMatchObject({ tags: [], columnId: testId("col", 1) });
});

test("a date is typed in the person's order, and what is none is told", async () => {
  const { live } = await table();
  cell("Card 3", "Échéance").focus();
  press("F2");
  const field = await screen.findByRole("textbox", { name: "Échéance" });
  fireEvent.input(field, { target: { value: "24/11/2026" } });
  field.focus();
  press("Enter");
  await waitFor(() => expect(live.card(testId("crd", 3))?.dueOn).toBe("2026-11-24"));
  cell("Card 1", "Échéance").focus();
  press("F2");
  const other = await screen.findByRole("textbox", { name: "Échéance" });
  fireEvent.input(other, { target: { value: "bientôt" } });
  other.focus();
  press("Enter");
  await screen.findByText("« bientôt » n’est pas une date.");
  expect(live.card(testId("crd", 1))?.dueOn).toBeNull();
});

test("another person's change is there at once, a filter narrows, and nothing left says so", async () => {
  const { hear } = await table();
  const change = { entity: "card" as const, id: testId("crd", 5), set: { title: "Note de Karim" } };
  const at = "2026-11-20T08:00:00.000Z";
  const op = { version: 10, client: "tab-other", seq: 1, userId: testId("usr", 2), at };
  hear({
    kind: "ops",
    from: 9,
    to: 10,
    ops: [{ ...op, opKind: "card.update", changes: [change] }],
  });
  await screen.findByText("Note de Karim");
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: "karim" } });
  await waitFor(() => expect(titles()).toEqual(["Note"]));
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: "zzz" } });
  await screen.findByText("Aucune carte ne correspond");
});

test("whoever may only read opens cards and changes nothing", async () => {
  const { opened, live } = await table({ write: false, manage: false });
  cell("Card 1", "Titre").focus();
  press("a");
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.queryByRole("checkbox")).toBeNull();
  press("Enter");
  expect(opened).toHaveBeenCalledWith(testId("crd", 1));
  expect(live.link.waiting).toBe(0);
});

test("of a thousand cards only those in view are drawn", async () => {
  await table(undefined, 1_000);
  expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("1001");
  expect(screen.getAllByRole("row").length).toBeLessThan(60);
});

test("a row tells who has its card open", async () => {
  const { hear } = await table();
  const state = { card: testId("crd", 2), field: null, dragging: false, x: null, y: null };
  const karim = { peer: "per_2", userId: testId("usr", 2), name: "Karim Benali", state };
  hear({ kind: "presence", peers: [karim], whole: true });
  const row = screen.getByText("Card 2").closest<HTMLElement>("[role=row]");
  if (!row) throw new Error("no row");
  await within(row).findByText("consulte");
  expect(document.querySelectorAll("[data-viewers]")).toHaveLength(1);
  hear({ kind: "presence", peers: [{ ...karim, state: null }], whole: true });
  await waitFor(() => expect(within(row).queryByText("consulte")).toBeNull());
});
