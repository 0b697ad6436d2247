import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { afterEach, beforeAll, expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { press, settle } from "#web/ui/testing.tsx";
import { openScene } from "#web/features/boards/testing.tsx";
import { BoardView } from "#web/features/boards/board/board-view.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import type { Grouping } from "#domain/boards/view-config.ts";

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
// The focus that a card was to get, and the click that a drop swallows, are not of the next test.
afterEach(() => settle(70));

const id = (n: number) => testId("crd", n);

function Rows(props: { by: Grouping }) {
  const room = useRoom();
  const [composing, setComposing] = createSignal<string | null>(null);
  room.setLook("lanes", props.by);
  return (
    <BoardView opened={null} composing={composing()} onCompose={setComposing} onOpen={() => {}} />
  );
}

/** Card 1 is urgent, card 2 high, the others have no priority; cards 1 and 4 carry tags. */
async function rows(by: Grouping, count?: number) {
  const scene = await openScene(undefined, count);
  const { live } = scene;
  const set = (n: number, fields: object, tags: string[] = []) =>
    live.act({
      kind: "card.update",
      card: id(n),
      set: fields,
      tags: { add: tags, remove: [] },
    });
  await set(1, { priority: "urgent" }, ["EXE", "Visa"]);
  await set(2, { priority: "high" });
  await set(4, {}, ["EXE"]);
  scene.show(() => <Rows by={by} />);
  await screen.findAllByText("Card 1");
  return scene;
}
const row = (name: string) => screen.getByRole("region", { name: new RegExp(`^${name},`) });
const drawn = (name: string, n: number) => {
  const found = row(name).querySelector<HTMLElement>(`[data-card="${id(n)}"]`);
  if (!found) throw new Error(`card ${n} is not in ${name}`);
  return found;
};
const names = () =>
  [...document.querySelectorAll("[data-board] section")].map((one) =>
    one.getAttribute("aria-label"),
  );
const told = () => document.querySelector("[aria-live=assertive]")?.textContent;

test("cards stand in the row of their priority, with its count, in the order of their column", async () => {
  await rows("priority");
  expect(names()).toEqual([
    "Urgente, 1 carte",
    "Haute, 1 carte",
    "Moyenne, 0 carte",
    "Basse, 0 carte",
    "Aucune, 4 cartes",
  ]);
  expect(within(row("Urgente")).getByText("Card 1")).toBeTruthy();
  expect(within(row("Aucune")).queryByText("Card 1")).toBeNull();
});

test("a card with two tags stands in both rows, and those without any come last", async () => {
  await rows("tag");
  expect(drawn("EXE", 1)).toBeTruthy();
  expect(drawn("Visa", 1)).toBeTruthy();
  expect(names().at(-1)).toContain("Sans étiquette");
  expect(document.querySelectorAll('[data-card][tabindex="0"]')).toHaveLength(1);
});

test("carried by keyboard beyond the end of its row, a card takes the next row's value and place in one step", async () => {
  const { live, turn } = await rows("priority");
  turn("waiting");
  drawn("Urgente", 1).focus();
  press(" ");
  press("ArrowDown");
  expect(told()).toContain("Couloir Haute, colonne Column 1");
  press("ArrowRight");
  press("Enter");
  await waitFor(() => {
    expect(live.card(id(1))).toMatchObject({ priority: "high", columnId: testId("col", 2) });
    expect(told()).toContain("Card 1 posée dans Haute, Column 2");
    expect(document.activeElement).toBe(drawn("Haute", 1));
  });
  await live.undo();
  await waitFor(() =>
    expect(live.card(id(1))).toMatchObject({ priority: "urgent", columnId: testId("col", 1) }),
  );
});

test("of two tags the one of the row that was left is replaced", async () => {
  const { live } = await rows("tag");
  drawn("EXE", 1).focus();
  press(" ");
  // Beyond card 4 of the same cell, then into the next row.
  for (const key of ["ArrowDown", "ArrowDown", "Enter"]) press(key);
  await waitFor(() => expect(live.card(id(1))?.tags).toEqual(["Visa"]));
});

test("arrows walk within a cell, on into the next row, and across the columns", async () => {
  await rows("priority");
  const at = () => (document.activeElement as HTMLElement).dataset["card"];
  drawn("Urgente", 1).focus();
  press("ArrowDown");
  expect(at()).toBe(id(4));
  press("ArrowRight");
  expect(at()).toBe(id(5));
  press("ArrowUp");
  expect(at()).toBe(id(2));
});

test("a folded row keeps its count and draws nothing", async () => {
  await rows("priority");
  const head = within(row("Aucune")).getByRole("button", { name: /Aucune/ });
  fireEvent.click(head);
  expect(head.getAttribute("aria-expanded")).toBe("false");
  expect(row("Aucune").querySelector("[data-card]")).toBeNull();
  expect(head.textContent).toContain("4");
});

/** Presses on a card with the mouse, goes over an element, lets go. */
async function drag(card: HTMLElement, over: Element) {
  const send = (target: EventTarget, type: string, x: number) => {
    const more = { clientX: x, clientY: 10, button: 0, bubbles: true, cancelable: true };
    const event = Object.assign(new MouseEvent(type, more), { pointerId: 1, pointerType: "mouse" });
    target.dispatchEvent(event);
  };
  document.elementFromPoint = () => over;
  send(card, "pointerdown", 10);
  send(window, "pointermove", 60);
  await settle(40);
  send(window, "pointermove", 90);
  await settle(40);
  send(window, "pointerup", 90);
  Reflect.deleteProperty(document, "elementFromPoint");
}

test("selected cards are dragged to another row together, and taken back together", async () => {
  const { live, turn } = await rows("priority");
  turn("waiting");
  for (const n of [3, 5]) {
    drawn("Aucune", n).focus();
    press("x");
  }
  const cell = row("Moyenne").querySelector(`[data-column="${testId("col", 3)}"]`);
  await drag(drawn("Aucune", 3), cell as Element);
  const moved = { priority: "medium", columnId: testId("col", 3) };
  await waitFor(() => {
    expect(live.card(id(3))).toMatchObject(moved);
    expect(live.card(id(5))).toMatchObject(moved);
  });
  await live.undo();
  await waitFor(() => {
    expect(live.card(id(3))?.priority).toBe("none");
    expect(live.card(id(5))).toMatchObject({ priority: "none", columnId: testId("col", 2) });
  });
});

test("a cell of many cards draws some, and more when asked", async () => {
  await rows("priority", 300);
  const cell = row("Aucune").querySelector<HTMLElement>(`[data-column="${testId("col", 3)}"]`);
  const count = () => cell?.querySelectorAll("[data-card]").length;
  expect(count()).toBe(20);
  fireEvent.click(within(cell as HTMLElement).getByRole("button", { name: /20 cartes de plus/ }));
  expect(count()).toBe(40);
});

test("the head of a column tells its limit, and offers its menu and a new card", async () => {
  const { live } = await rows("priority");
  const column = testId("col", 1);
  await live.act({ kind: "column.update", column, set: { wipLimit: 1 } });
  const head = () => document.querySelector<HTMLElement>(`[data-tab="${column}"]`)!;
  await waitFor(() => expect(head().textContent).toContain("2/1"));
  expect(head().textContent).toContain("Limite dépassée d’une carte");
  expect(within(head()).getByRole("button", { name: /^Actions|menu/i })).toBeTruthy();
  fireEvent.click(within(head()).getByRole("button", { name: /^Ajouter/ }));
  const field = await within(head()).findByRole("textbox");
  fireEvent.input(field, { target: { value: "Nouvelle" } });
  fireEvent.keyDown(field, { key: "Enter" });
  await waitFor(() => expect(live.cardIds(column)).toHaveLength(3));
});
