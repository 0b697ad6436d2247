import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { expect, test, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { press, settle } from "#web/ui/testing.tsx";
import { openScene } from "#web/features/boards/testing.tsx";
import { CardPanel } from "./card-panel.tsx";

async function panel(rights?: { write: boolean; manage: boolean }, id = testId("crd", 1)) {
  const scene = await openScene(rights);
  const opened = vi.fn<(card: string) => void>();
  const closed = vi.fn<() => void>();
  scene.show(() => <CardPanel id={id} onOpen={opened} onClose={closed} />);
  await screen.findByRole("dialog");
  return { ...scene, id, opened, closed };
}
const titleField = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Titre" });

test("the title is kept on Enter, taken back on Escape, and never empty", async () => {
  const { live, id, closed } = await panel();
  fireEvent.input(titleField(), { target: { value: " Note  de calcul " } });
  titleField().focus();
  press("Enter");
  await waitFor(() => expect(live.card(id)?.title).toBe("Note de calcul"));
  titleField().focus();
  fireEvent.input(titleField(), { target: { value: "autre" } });
  press("Escape");
  await settle(30);
  expect(live.card(id)?.title).toBe("Note de calcul");
  expect(closed).not.toHaveBeenCalled();
  fireEvent.input(titleField(), { target: { value: "  " } });
  titleField().focus();
  press("Enter");
  await settle(30);
  expect(live.card(id)?.title).toBe("Note de calcul");
  press("Escape");
  expect(closed).toHaveBeenCalledOnce();
});

test("a tag is made by typing and freed by choosing it again", async () => {
  const { live, id } = await panel();
  fireEvent.click(screen.getByRole("button", { name: /^Étiquettes/ }));
  const search = await screen.findByRole("combobox", { name: "Étiquettes" });
  fireEvent.input(search, { target: { value: "Structure" } });
  fireEvent.keyDown(search, { key: "Enter" });
  await waitFor(() => expect(live.card(id)?.tags).toEqual(["Structure"]));
  fireEvent.input(search, { target: { value: "" } });
  fireEvent.click(await screen.findByRole("option", { name: "Structure" }));
  await waitFor(() => expect(live.card(id)?.tags).toEqual([]));
});

test("Escape closes an open picker alone, and the card with the next one", async () => {
  const { closed } = await panel();
  fireEvent.click(screen.getByRole("button", { name: /^Assignés/ }));
  (await screen.findByRole("combobox", { name: "Assignés" })).focus();
  press("Escape");
  await waitFor(() => {
    expect(screen.queryByRole("combobox")).toBeNull();
    expect(closed).not.toHaveBeenCalled();
  });
  press("Escape");
  expect(closed).toHaveBeenCalledOnce();
});

test("J goes to the next card of the column; there is none before the first", async () => {
  const { opened } = await panel();
  press("k");
  expect(opened).not.toHaveBeenCalled();
  press("j");
  expect(opened).toHaveBeenCalledWith(testId("crd", 4));
});

test("a card deleted by somebody says so and can be restored", async () => {
  const { live, id } = await panel();
  await live.act({ kind: "card.delete", card: id });
  await screen.findByText("Cette carte a été supprimée.");
  fireEvent.click(screen.getByRole("button", { name: "Rétablir" }));
  await waitFor(() => {
    expect(live.card(id)?.deleted).toBe(false);
    expect(titleField().value).toBe("Card 1");
  });
});

test("an address of a card that is not here is told, not broken", async () => {
  await panel(undefined, testId("crd", 99));
  expect(screen.getByText(/pas sur ce tableau/)).toBeTruthy();
});

test("whoever may only read has nothing to press that would be refused", async () => {
  await panel({ write: false, manage: false });
  expect(titleField().readOnly).toBe(true);
  for (const name of [
    /^Étiquettes/,
    /^Colonne/,
    /^Priorité/,
    /^Assignés/,
    /^Échéance/,
    /Décrire/,
  ]) {
    expect(screen.queryByRole("button", { name })).toBeNull();
  }
  expect(screen.queryByRole("region", { name: "Description" })).toBeNull();
});
