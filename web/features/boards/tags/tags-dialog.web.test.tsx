import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { expect, test, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { openScene } from "#web/features/boards/testing.tsx";
import { TagsDialog } from "./tags-dialog.tsx";

const cards = [1, 2, 3].map((n) => testId("crd", n));

async function dialog() {
  const scene = await openScene();
  const tag = (card: string, ...add: string[]) =>
    scene.live.act({ kind: "card.update", card, set: {}, tags: { add, remove: [] } });
  await tag(cards[0] ?? "", "EXE");
  await tag(cards[1] ?? "", "EXE", "Visa");
  scene.show(() => <TagsDialog onClose={vi.fn()} />);
  await screen.findByRole("dialog", { name: "Étiquettes du tableau" });
  return scene;
}

test("a tag's colour is chosen by name, by arrows too, and freed again", async () => {
  const { live } = await dialog();
  const colors = within(screen.getByRole("radiogroup", { name: "Couleur de EXE" }));
  fireEvent.click(colors.getByRole("radio", { name: "Brique" }));
  await waitFor(() => expect(live.tagColor("EXE")).toBe("c3"));
  fireEvent.keyDown(colors.getByRole("radio", { name: "Brique" }), { key: "ArrowRight" });
  await waitFor(() => expect(live.tagColor("EXE")).toBe("c4"));
  await live.undo();
  await waitFor(() => expect(live.tagColor("EXE")).toBe("c3"));
  fireEvent.click(colors.getByRole("radio", { name: "Couleur d’après le nom" }));
  await waitFor(() => expect(live.tagColor("EXE")).toBeNull());
  expect(live.tagColor("Visa")).toBeNull();
});

test("a tag is renamed on every card in one step, and merges with one of that name", async () => {
  const { live } = await dialog();
  screen.getByText("2 cartes");
  fireEvent.click(screen.getByRole("button", { name: "Renommer EXE" }));
  const name = await screen.findByRole("textbox", { name: "Nom" });
  fireEvent.input(name, { target: { value: "Visa" } });
  fireEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
  await waitFor(() => {
    expect(cards.map((id) => live.card(id)?.tags)).toEqual([["Visa"], ["Visa"], []]);
  });
  await live.undo();
  await waitFor(() => expect(live.card(cards[0] ?? "")?.tags).toEqual(["EXE"]));
});

test("a name that is too long for a tag is told by how much and kept, and saved once it fits", async () => {
  const { live } = await dialog();
  fireEvent.click(screen.getByRole("button", { name: "Renommer Visa" }));
  const name = await screen.findByRole<HTMLInputElement>("textbox", { name: "Nom" });
  const long = "Autorisation d’urbanisme modificative n° 2";
  fireEvent.input(name, { target: { value: long } });
  await screen.findByText("40 caractères au plus : 2 de trop.");
  const save = screen.getByRole<HTMLButtonElement>("button", { name: "Enregistrer" });
  expect(save.disabled).toBe(true);
  const form = name.closest("form");
  if (form) fireEvent.submit(form);
  expect(name.value).toBe(long);
  expect(live.card(cards[1] ?? "")?.tags).toEqual(["EXE", "Visa"]);
  fireEvent.input(name, { target: { value: long.slice(0, 40) } });
  fireEvent.click(save);
  await waitFor(() => expect(live.card(cards[1] ?? "")?.tags).toContain(long.slice(0, 40)));
});
