import { screen } from "@solidjs/testing-library";
import { beforeAll, expect, test, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { settle } from "#web/ui/testing.tsx";
import { focusOn, openScene } from "#web/features/boards/testing.tsx";
import { BoardView } from "./board-view.tsx";

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

test("who drops a card and then rests is told as holding it no more", async () => {
  const scene = await openScene();
  const told = vi.spyOn(scene.live, "setPresence");
  scene.show(() => (
    <BoardView opened={null} composing={null} onCompose={() => {}} onOpen={() => {}} />
  ));
  await screen.findByText("Card 1");
  const card = focusOn(1);
  const send = (type: string, x: number) => {
    const more = { clientX: x, clientY: 10, button: 0, bubbles: true, cancelable: true };
    const event = new MouseEvent(type, more);
    card.dispatchEvent(Object.assign(event, { pointerId: 1, pointerType: "mouse" }));
  };
  document.elementFromPoint = () => card;
  send("pointerdown", 10);
  send("pointermove", 60);
  await settle(40);
  send("pointermove", 90);
  await settle(40);
  expect(told.mock.lastCall?.[0]).toMatchObject({ card: testId("crd", 1), dragging: true });
  send("pointerup", 90);
  await settle(40);
  Reflect.deleteProperty(document, "elementFromPoint");
  expect(told.mock.lastCall?.[0]).toMatchObject({ card: null, dragging: false });
});
