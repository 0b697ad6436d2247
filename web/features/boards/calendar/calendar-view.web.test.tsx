import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { addDays } from "#web/ui/date/calendar.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { onPhone, press, settle } from "#web/ui/testing.tsx";
import { openScene } from "#web/features/boards/testing.tsx";
import { template } from "#web/features/boards/templates/testing-templates.ts";
import { BulkBar } from "#web/features/boards/board/bulk-bar.tsx";
import { CalendarView } from "./calendar-view.tsx";

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(async () => {
  // The focus that a card was to get, and the click that a drop swallows, are not of the next test.
  await settle(70);
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, "elementFromPoint");
});

const TODAY = calendarDate();
const id = (n: number) => testId("crd", n);

async function calendar(
  dates: Record<number, string> = {},
  rights?: { write: boolean; manage: boolean },
  count?: number,
) {
  const scene = await openScene(undefined, count);
  for (const [n, dueOn] of Object.entries(dates)) {
    await scene.live.act({ kind: "card.update", card: id(Number(n)), set: { dueOn } });
  }
  if (rights) scene.hear({ kind: "rights", rights });
  const opened = vi.fn<(card: string) => void>();
  scene.show(() => (
    <>
      <CalendarView onOpen={opened} />
      <BulkBar />
    </>
  ));
  await screen.findByRole("grid", { name: "Échéances" });
  return { ...scene, opened };
}

const day = (date: string) => {
  const found = document.querySelector<HTMLElement>(`[role=gridcell][data-day="${date}"]`);
  if (!found) throw new Error(`${date} is not drawn`);
  return found;
};
const tray = () => screen.getByRole("region", { name: "Sans échéance" });
const drawn = (n: number) => {
  const found = document.querySelector<HTMLElement>(`[data-card="${id(n)}"]`);
  if (!found) throw new Error(`card ${n} is not drawn`);
  return found;
};
const told = () => document.querySelector("[aria-live=assertive]")?.textContent;

test("cards stand on their day, those without one in the tray, and today is marked", async () => {
  await calendar({ 1: TODAY });
  expect(day(TODAY).getAttribute("aria-current")).toBe("date");
  expect(day(TODAY).textContent).toContain(", 1 carte");
  expect(within(day(TODAY)).getByText("Card 1")).toBeTruthy();
  expect(within(tray()).queryByText("Card 1")).toBeNull();
  expect(within(tray()).getByText("Card 2")).toBeTruthy();
});

test("a card is carried to another day by keyboard, told, dropped, and undone", async () => {
  const { live, turn } = await calendar({ 1: TODAY });
  turn("waiting");
  drawn(1).focus();
  press(" ");
  expect(told()).toContain("Card 1 prise");
  press("ArrowRight");
  expect(live.card(id(1))?.dueOn).toBe(TODAY);
  press("Enter");
  await waitFor(() => {
    expect(live.card(id(1))?.dueOn).toBe(addDays(TODAY, 1));
    expect((document.activeElement as HTMLElement).dataset["card"]).toBe(id(1));
    expect(told()).toContain("Card 1 : échéance le");
  });
  await live.undo();
  await waitFor(() => expect(live.card(id(1))?.dueOn).toBe(TODAY));
});

test("Delete carries a card to the tray; Escape leaves everything", async () => {
  const { live } = await calendar({ 1: TODAY });
  drawn(1).focus();
  press(" ");
  press("ArrowDown");
  press("Escape");
  await settle(30);
  expect(live.card(id(1))?.dueOn).toBe(TODAY);
  drawn(1).focus();
  press(" ");
  press("Delete");
  press("Enter");
  await waitFor(() => {
    expect(live.card(id(1))?.dueOn).toBeNull();
    expect(within(tray()).getByText("Card 1")).toBeTruthy();
  });
});

test("days are walked by arrows, beyond the month too, and Enter on an empty one writes a card for it", async () => {
  const { live } = await calendar();
  const target = addDays(TODAY, 35);
  day(TODAY).focus();
  for (let week = 0; week < 5; week++) {
    press("ArrowDown");
    await settle(5);
  }
  await waitFor(() => expect(document.activeElement).toBe(day(target)));
  press("Enter");
  const field = await screen.findByRole("textbox", { name: "Titre de la carte" });
  fireEvent.input(field, { target: { value: "Réunion de chantier" } });
  press("Enter");
  const made = await within(day(target)).findByText("Réunion de chantier");
  const card = made.closest<HTMLElement>("[data-card]")?.dataset["card"] ?? "";
  expect(live.card(card)).toMatchObject({ dueOn: target, columnId: testId("col", 1) });
});

test("what was typed for a day is kept when the field is left", async () => {
  await calendar();
  day(TODAY).focus();
  press("c");
  const field = await screen.findByRole("textbox", { name: "Titre de la carte" });
  fireEvent.input(field, { target: { value: "À ne pas perdre" } });
  fireEvent.blur(field);
  expect(await within(day(TODAY)).findByText("À ne pas perdre")).toBeTruthy();
});

/** Presses on a card with the mouse, goes over an element, lets go. */
async function drag(card: HTMLElement, over: Element) {
  const at = (x: number) => ({ clientX: x, clientY: 10, button: 0, pointerId: 1, bubbles: true });
  const send = (target: EventTarget, type: string, x: number) => {
    const event = new MouseEvent(type, { ...at(x), cancelable: true });
    Object.assign(event, { pointerId: 1, pointerType: "mouse" });
    target.dispatchEvent(event);
  };
  document.elementFromPoint = () => over;
  send(card, "pointerdown", 10);
  send(window, "pointermove", 60);
  await settle(40);
  send(window, "pointermove", 90);
  await settle(40);
  send(window, "pointerup", 90);
}

test("a card is dragged from the tray to a day and back, with every selected one in one step", async () => {
  const { live, turn } = await calendar();
  turn("waiting");
  for (const n of [2, 3]) {
    drawn(n).focus();
    press("x");
  }
  await drag(drawn(2), day(TODAY));
  await waitFor(() => {
    expect(live.card(id(2))?.dueOn).toBe(TODAY);
    expect(live.card(id(3))?.dueOn).toBe(TODAY);
  });
  await live.undo();
  await waitFor(() => expect(live.card(id(3))?.dueOn).toBeNull());
  expect(live.card(id(2))?.dueOn).toBeNull();
  await live.act({ kind: "card.update", card: id(1), set: { dueOn: TODAY } });
  await waitFor(() => expect(within(day(TODAY)).getByText("Card 1")).toBeTruthy());
  await drag(drawn(1), tray());
  await waitFor(() => expect(live.card(id(1))?.dueOn).toBeNull());
});

test("a day with many cards says how many more there are, and lists them all", async () => {
  await calendar(Object.fromEntries(Array.from({ length: 6 }, (_, n) => [n + 1, TODAY])));
  expect(day(TODAY).querySelectorAll("[data-card]")).toHaveLength(2);
  fireEvent.click(within(day(TODAY)).getByRole("button", { name: "4 autres" }));
  const list = await screen.findByRole("dialog");
  expect(list.querySelectorAll("[data-card]")).toHaveLength(6);
});

test("a week lists all of its cards; months and weeks are turned, and Today comes back", async () => {
  await calendar({ 1: TODAY });
  fireEvent.click(screen.getByRole("radio", { name: "Semaine" }));
  await waitFor(() => expect(document.querySelectorAll("[role=gridcell]")).toHaveLength(7));
  fireEvent.click(screen.getByRole("button", { name: "Semaine suivante" }));
  await waitFor(() => expect(day(addDays(TODAY, 7))).toBeTruthy());
  fireEvent.click(screen.getByRole("button", { name: "Aujourd’hui" }));
  await waitFor(() => expect(within(day(TODAY)).getByText("Card 1")).toBeTruthy());
});

test("on a phone a day tells how many cards it has and lists them below when it is touched", async () => {
  onPhone();
  const { opened } = await calendar({ 1: TODAY, 2: TODAY });
  expect(day(TODAY).textContent).toContain("2");
  expect(document.querySelector("[data-card]")).toBeNull();
  fireEvent.click(day(TODAY));
  fireEvent.click(await screen.findByText("Card 2"));
  expect(opened).toHaveBeenCalledWith(id(2));
});

test("whoever may only read walks and opens, and changes nothing", async () => {
  const { live, opened } = await calendar({ 1: TODAY }, { write: false, manage: false });
  const before = live.link.waiting;
  drawn(1).focus();
  for (const key of [" ", "ArrowRight", "x", "a", "d", "m"]) press(key);
  day(TODAY).focus();
  press("c");
  expect(screen.queryByRole("textbox")).toBeNull();
  drawn(1).focus();
  press("Enter");
  expect(opened).toHaveBeenCalledWith(id(1));
  expect(live.link.waiting).toBe(before);
});

test("of a thousand cards without a date the tray draws those that can be seen", async () => {
  await calendar({}, undefined, 1_000);
  expect(tray().textContent).toContain("1000");
  expect(tray().querySelectorAll("[data-card]").length).toBeLessThan(80);
});

test("a template gives a day's new card all but its date", async () => {
  session.enter(signedIn());
  const path = `get /boards/${testId("brd", 1)}/templates`;
  const items = [template(1, { name: "Réception" })];
  fakeServer({ [path]: () => Response.json({ items, archivedTags: ["Visa"] }) });
  const { live } = await calendar();
  day(TODAY).focus();
  press("c");
  const field = await screen.findByRole<HTMLInputElement>("textbox", { name: "Titre de la carte" });
  fireEvent.input(field, { target: { value: "/re" } });
  await screen.findByRole("option", { name: /^Réception/ });
  press("Enter");
  await screen.findByText("Modèle : Réception");
  expect(field.value).toBe("Visa 1");
  press("Enter");
  const made = () =>
    live
      .cardIds(testId("col", 1))
      .map((card) => live.card(card))
      .at(-1);
  await waitFor(() => expect(made()?.title).toBe("Visa 1"));
  expect(made()).toMatchObject({ dueOn: TODAY, priority: "high", tags: ["Visa"] });
  await waitFor(() => expect(field.value).toBe(""));
  fireEvent.click(screen.getByRole("button", { name: "Modèle" }));
  await screen.findByRole("option", { name: /^Réception/ });
  press("Escape");
  expect(screen.queryByRole("option")).toBeNull();
  press("Escape");
  await waitFor(() => expect(screen.queryByRole("textbox")).toBeNull());
  session.leave();
});
