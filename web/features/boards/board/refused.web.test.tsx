import { screen, waitFor } from "@solidjs/testing-library";
import { beforeAll, expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { press, settle } from "#web/ui/testing.tsx";
import { focusOn, openScene, titlesOf } from "#web/features/boards/testing.tsx";
import { BoardView } from "./board-view.tsx";

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

const told = () => document.querySelector("[aria-live=assertive]")?.textContent;
const slot = () => document.querySelector<HTMLElement>("[data-slot]");

/** Column 2 is full with its two cards. */
async function full() {
  const scene = await openScene();
  scene.turn("waiting");
  const set = { wipLimit: 2, wipBlock: true };
  await scene.live.act({ kind: "column.update", column: testId("col", 2), set });
  scene.show(() => (
    <BoardView opened={null} composing={null} onCompose={() => {}} onOpen={() => {}} />
  ));
  await screen.findByText("Card 1");
  return scene;
}

test("a full column shows and tells that it will not take a card that is carried over it", async () => {
  await full();
  focusOn(1);
  press(" ");
  press("ArrowDown");
  expect(slot()?.dataset["slot"]).toBe("");
  press("ArrowRight");
  expect(slot()?.dataset["slot"]).toBe("refused");
  expect(slot()?.textContent).toBe("Pleine");
  expect(told()).toMatch(/Column 2.* Colonne pleine/);
  press("ArrowRight");
  expect(slot()?.dataset["slot"]).toBe("");
  expect(told()).not.toContain("pleine");
});

test("it takes its own cards at another place", async () => {
  await full();
  focusOn(2);
  press(" ");
  press("ArrowDown");
  expect(told()).not.toContain("pleine");
  press("Enter");
  await waitFor(() => expect(titlesOf(2)).toEqual(["Card 5", "Card 2"]));
});

test("by pointer it is told on the way, and the drop is not told as done", async () => {
  await full();
  const card = focusOn(1);
  const column = document.querySelector(`[data-column="${testId("col", 2)}"]`) as Element;
  const send = (target: EventTarget, type: string, x: number) => {
    const more = { clientX: x, clientY: 10, button: 0, bubbles: true, cancelable: true };
    const event = new MouseEvent(type, more);
    target.dispatchEvent(Object.assign(event, { pointerId: 1, pointerType: "mouse" }));
  };
  document.elementFromPoint = () => column;
  send(card, "pointerdown", 10);
  send(window, "pointermove", 60);
  await settle(40);
  send(window, "pointermove", 90);
  await settle(40);
  expect(told()).toBe("Colonne pleine : elle ne prendra pas la carte.");
  send(window, "pointerup", 90);
  Reflect.deleteProperty(document, "elementFromPoint");
  expect(told()).not.toContain("posée");
  await settle(70);
  expect(titlesOf(2)).toEqual(["Card 2", "Card 5"]);
});
