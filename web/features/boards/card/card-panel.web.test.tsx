import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
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

test("what a title has no room for goes above the description, as one step, and is told", async () => {
  const { live, id, turn } = await panel();
  turn("waiting");
  await live.act({ kind: "card.update", card: id, set: { description: "Voir le plan." } });
  const long = "mot ".repeat(90).trim();
  titleField().focus();
  fireEvent.input(titleField(), { target: { value: long } });
  await screen.findByText("La suite ira au début de la description.");
  press("Enter");
  await waitFor(() => expect(live.card(id)?.title).toMatch(/ mot…$/));
  expect(live.card(id)?.description).toMatch(/^…mot [^]* mot\n\nVoir le plan\.$/);
  await screen.findByText(/^Un titre a 300 caractères au plus/);
  await live.undo();
  expect(live.card(id)).toMatchObject({ title: "Card 1", description: "Voir le plan." });
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

/** The description as another person saves it, while this one writes. */
function saidByOther(scene: Awaited<ReturnType<typeof panel>>, description: string, seq = 1): void {
  const version = scene.version + seq;
  const set = { description };
  const changes = [{ entity: "card" as const, id: scene.id, set }];
  const by = { client: "tab-other", seq, userId: testId("usr", 2), opKind: "card.update" as const };
  const at = "2026-11-21T10:00:00.000Z";
  scene.hear({ kind: "ops", from: version, to: version, ops: [{ version, at, changes, ...by }] });
}

test("a description that somebody saved while it was written is never replaced unseen", async () => {
  const scene = await panel();
  fireEvent.click(screen.getByRole("button", { name: /Décrire/ }));
  const field = await screen.findByRole("textbox", { name: "Description" });
  fireEvent.input(field, { target: { value: "Le texte de Karim" } });
  saidByOther(scene, "Le texte de Claire");
  fireEvent.click(screen.getByRole("button", { name: "Terminer" }));
  const alert = within(await screen.findByRole("alert"));
  expect(alert.getByText("Le texte de Karim")).toBeTruthy();
  expect(alert.getByText("Le texte de Claire")).toBeTruthy();
  expect(scene.live.card(scene.id)?.description).toBe("Le texte de Claire");
  fireEvent.click(alert.getByRole("button", { name: "Garder la mienne" }));
  await waitFor(() => expect(scene.live.card(scene.id)?.description).toBe("Le texte de Karim"));
  expect(scene.live.notes()).toEqual([]);
});

test("a description that was given up for the other's comes back from the toast that tells it", async () => {
  const scene = await panel();
  fireEvent.click(screen.getByRole("button", { name: /Décrire/ }));
  const field = await screen.findByRole("textbox", { name: "Description" });
  fireEvent.input(field, { target: { value: "Le texte de Karim" } });
  saidByOther(scene, "Le texte de Claire");
  fireEvent.click(screen.getByRole("button", { name: "Terminer" }));
  const alert = within(await screen.findByRole("alert"));
  fireEvent.click(alert.getByRole("button", { name: "Prendre l’autre" }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  fireEvent.click(await screen.findByRole("button", { name: "Annuler" }));
  within(await screen.findByRole("alert")).getByText("Le texte de Karim");
  expect(scene.live.card(scene.id)?.description).toBe("Le texte de Claire");
});

test("what two people wrote into different lines is both kept", async () => {
  const scene = await panel();
  saidByOther(scene, "Un\nDeux\nTrois\nQuatre");
  fireEvent.click(await screen.findByRole("button", { name: "Modifier la description" }));
  const field = await screen.findByRole("textbox", { name: "Description" });
  fireEvent.input(field, { target: { value: "Un ici\nDeux\nTrois\nQuatre" } });
  saidByOther(scene, "Un\nDeux\nTrois\nQuatre là", 2);
  fireEvent.click(screen.getByRole("button", { name: "Terminer" }));
  await waitFor(() =>
    expect(scene.live.card(scene.id)?.description).toBe("Un ici\nDeux\nTrois\nQuatre là"),
  );
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

test("a preview of the description grows in the panel, which scrolls", async () => {
  await panel();
  fireEvent.click(screen.getByRole("button", { name: "Décrire la carte…" }));
  const field = await screen.findByRole("textbox", { name: "Description" });
  fireEvent.input(field, { target: { value: "Voir le plan." } });
  fireEvent.click(screen.getByRole("radio", { name: "Aperçu" }));
  const preview = document.querySelector<HTMLElement>("[data-preview]");
  expect(preview?.className).not.toContain("max-h");
});
