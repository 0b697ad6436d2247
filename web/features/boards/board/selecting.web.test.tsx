import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { press, settle } from "#web/ui/testing.tsx";
import { focusOn, openScene } from "#web/features/boards/testing.tsx";
import { BoardView } from "./board-view.tsx";
import { BulkBar } from "./bulk-bar.tsx";

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
// The click that a press swallows is not of the next test.
afterEach(() => settle(70));

const id = (n: number) => testId("crd", n);

async function board() {
  const scene = await openScene(undefined, 12);
  const opened = vi.fn<(card: string) => void>();
  scene.show(() => (
    <>
      <BoardView opened={null} composing={null} onCompose={() => {}} onOpen={opened} />
      <BulkBar />
    </>
  ));
  await screen.findByText("Card 1");
  return { ...scene, opened };
}
const chosen = () => screen.queryByRole("toolbar")?.getAttribute("aria-label");

test("Shift goes from the card that was chosen last to the one that is clicked, across columns", async () => {
  const { opened } = await board();
  fireEvent.click(focusOn(7), { ctrlKey: true });
  expect(chosen()).toBe("1 carte sélectionnée");
  // The first column goes on with card 10, the second begins with cards 2 and 5.
  fireEvent.click(focusOn(5), { shiftKey: true });
  expect(chosen()).toBe("4 cartes sélectionnées");
  expect(opened).not.toHaveBeenCalled();
});

test("Shift with an arrow takes the next card along", async () => {
  await board();
  focusOn(1);
  press("ArrowDown", { shiftKey: true });
  press("ArrowDown", { shiftKey: true });
  expect(chosen()).toBe("3 cartes sélectionnées");
});

test("a finger that rests selects, and touches go on with it", async () => {
  const { opened } = await board();
  const touch = (type: string, target: EventTarget) => {
    const event = new MouseEvent(type, { bubbles: true, cancelable: true, button: 0 });
    target.dispatchEvent(Object.assign(event, { pointerId: 1, pointerType: "touch" }));
  };
  document.elementFromPoint = () => null;
  touch("pointerdown", focusOn(1));
  await settle(450);
  touch("pointerup", window);
  Reflect.deleteProperty(document, "elementFromPoint");
  await waitFor(() => expect(chosen()).toBe("1 carte sélectionnée"));
  await settle(70);
  touch("pointerdown", focusOn(4));
  touch("pointerup", window);
  fireEvent.click(focusOn(4));
  expect(chosen()).toBe("2 cartes sélectionnées");
  expect(opened).not.toHaveBeenCalled();
});

test("a priority is given to every selected card in one step", async () => {
  const { live, turn } = await board();
  turn("waiting");
  for (const n of [1, 2]) {
    focusOn(n);
    press("x");
  }
  press("p");
  fireEvent.click(await screen.findByRole("option", { name: "Urgente" }));
  await waitFor(() => expect(live.card(id(1))?.priority).toBe("urgent"));
  expect(live.card(id(2))?.priority).toBe("urgent");
  await live.undo();
  await waitFor(() => expect(live.card(id(1))?.priority).toBe("none"));
  expect(live.card(id(2))?.priority).toBe("none");
});
