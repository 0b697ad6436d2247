import { screen, waitFor } from "@solidjs/testing-library";
import { beforeAll, expect, test } from "vitest";
import { press } from "#web/ui/testing.tsx";
import { focusOn, openScene, titlesOf } from "#web/features/boards/testing.tsx";
import { BoardView } from "./board-view.tsx";
import { onUndoKeys, useUndo } from "./undo-keys.ts";

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

function UndoKeys() {
  const steps = useUndo();
  onUndoKeys(
    () => void steps.undo(),
    () => void steps.redo(),
  );
  return null;
}

test.each([
  ["e", /archivée/],
  ["Delete", /supprimée/],
])("what %s told goes with the step that is taken back by keyboard", async (key, said) => {
  const { show, turn } = await openScene();
  turn("waiting");
  show(() => (
    <>
      <BoardView opened={null} composing={null} onCompose={() => {}} onOpen={() => {}} />
      <UndoKeys />
    </>
  ));
  await screen.findByText("Card 1");
  focusOn(1);
  press(key);
  await waitFor(() => expect(titlesOf(1)).toEqual(["Card 4"]));
  expect(screen.getByText(said)).toBeTruthy();
  press("z", { ctrlKey: true });
  await waitFor(() => expect(titlesOf(1)).toEqual(["Card 1", "Card 4"]));
  await waitFor(() => expect(screen.queryByText(said)).toBeNull());
});
