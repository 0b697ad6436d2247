import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import type { JSX } from "solid-js";
import { beforeAll, expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { press, settle } from "#web/ui/testing.tsx";
import { focusOn, openScene, titlesOf } from "#web/features/boards/testing.tsx";
import { BoardView } from "./board-view.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { useRoom } from "./room.tsx";

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

const FRAMES_MS = 60;
const [one, four] = [testId("crd", 1), testId("crd", 4)];

/** Stands for a card's panel, over the board. */
function Panel() {
  const room = useRoom();
  return (
    <div data-record>
      <button type="button" onClick={() => room.askMove([one])}>
        Dans le panneau
      </button>
    </div>
  );
}

async function board(beside?: () => JSX.Element) {
  const scene = await openScene();
  scene.show(() => (
    <>
      <BoardView opened={null} composing={null} onCompose={() => {}} onOpen={() => {}} />
      <MoveDialog />
      {beside?.()}
    </>
  ));
  await waitFor(() => expect(titlesOf(1)[0]).toBe("Card 1"));
  return scene;
}
const focusedCard = () => (document.activeElement as HTMLElement | null)?.dataset["card"];

/** Opens the tags of card 1 by keyboard. */
async function tags() {
  const scene = await board();
  focusOn(1);
  press("l");
  const field = await screen.findByRole<HTMLInputElement>("combobox", { name: "Étiquettes" });
  await waitFor(() => expect(document.activeElement).toBe(field));
  return { ...scene, field };
}

test("a tag that is too long is told by how much, stays as it was typed, and is made once it fits", async () => {
  const { live, field } = await tags();
  const long = "Autorisation d’urbanisme modificative n° 2";
  expect(long).toHaveLength(42);
  fireEvent.input(field, { target: { value: long } });
  const told = await screen.findByText("40 caractères au plus : 2 de trop.");
  expect(field.getAttribute("aria-describedby")).toBe(told.id);
  expect(field.getAttribute("aria-invalid")).toBe("true");
  expect(screen.queryByRole("option", { name: /Créer/ })).toBeNull();
  press("Enter");
  expect(field.value).toBe(long);
  expect(live.card(one)?.tags).toEqual([]);
  fireEvent.input(field, { target: { value: long.slice(0, 40) } });
  expect(told.textContent).toBe("");
  press("Enter");
  await waitFor(() => expect(live.card(one)?.tags).toEqual([long.slice(0, 40)]));
});

test("the key after Escape is meant for the card whose tags were open, and nobody is brought back from where it led", async () => {
  await tags();
  press("Escape");
  expect(focusedCard()).toBe(one);
  press("ArrowDown");
  expect(focusedCard()).toBe(four);
  await settle(FRAMES_MS);
  expect(focusedCard()).toBe(four);
});

test("the key after a move by choice is meant for the card that moved", async () => {
  await board();
  focusOn(1);
  press("m");
  await screen.findByRole("dialog", { name: /Déplacer/ });
  fireEvent.click(screen.getByRole("button", { name: "Annuler" }));
  expect(focusedCard()).toBe(one);
  press("ArrowDown");
  await settle(FRAMES_MS);
  expect(focusedCard()).toBe(four);
});

test("a card that was moved by choice has the focus where it came to", async () => {
  await board();
  focusOn(4);
  press("m");
  fireEvent.click(await screen.findByRole("button", { name: "Déplacer" }));
  expect(focusedCard()).toBe(four);
  await waitFor(() => expect(titlesOf(1)).toEqual(["Card 4", "Card 1"]));
  expect(focusedCard()).toBe(four);
});

test("over a card's panel the focus goes back into the panel, not to the card behind it", async () => {
  await board(Panel);
  const within = screen.getByRole("button", { name: "Dans le panneau" });
  within.focus();
  fireEvent.click(within);
  fireEvent.click(await screen.findByRole("button", { name: "Annuler" }));
  await settle(FRAMES_MS);
  expect(document.activeElement).toBe(within);
});
