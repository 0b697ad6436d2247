import { screen } from "@solidjs/testing-library";
import { createSignal, Show } from "solid-js";
import { expect, it } from "vitest";
import { renderUi, settle } from "#web/ui/testing.tsx";
import { SlideOver } from "#web/ui/slide-over.tsx";
import { returnToCard } from "./return-to-card.ts";

const FRAMES_MS = 50;

function show() {
  const [opened, setOpened] = createSignal<string>();
  const returned: string[] = [];
  renderUi(() => {
    returnToCard(opened, (card) => returned.push(card));
    return (
      <>
        <button data-card="a">A</button>
        <button data-card="b">B</button>
        <Show when={opened()}>
          <SlideOver title="Card" onClose={() => setOpened(undefined)}>
            Text
          </SlideOver>
        </Show>
      </>
    );
  });
  return { setOpened, returned };
}
const card = (name: string) => screen.getByRole("button", { name });

it("the card of the panel has the focus as soon as the panel has gone, also when it was opened from another one", () => {
  const { setOpened, returned } = show();
  card("A").focus();
  setOpened("a");
  setOpened("b");
  setOpened(undefined);
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(document.activeElement).toBe(card("B"));
  expect(returned).toEqual(["b"]);
});

it("whoever goes on at once to another card stays there", async () => {
  const { setOpened } = show();
  card("A").focus();
  setOpened("a");
  setOpened(undefined);
  card("B").focus();
  await settle(FRAMES_MS);
  expect(document.activeElement).toBe(card("B"));
});

it("a card that has gone leaves the focus to what the person chose", async () => {
  const { setOpened } = show();
  setOpened("c");
  setOpened(undefined);
  card("A").focus();
  await settle(FRAMES_MS);
  expect(document.activeElement).toBe(card("A"));
});
