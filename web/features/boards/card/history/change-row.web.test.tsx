import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import type { CardChange } from "#domain/boards/comments-api.ts";
import { testId } from "#domain/boards/testing.ts";
import { openScene } from "#web/features/boards/testing.tsx";
import { ChangeRow } from "./change-row.tsx";

const entry = (field: string, before: unknown, after: unknown): CardChange => ({
  id: 1,
  at: "2026-11-21T10:00:00.000Z",
  actorId: testId("usr", 2),
  actorName: "Karim Benali",
  action: "card.update",
  changes: [{ field, before, after }],
  outside: null,
});

test.each([
  ["items", "☐ Plan reçu", "☑ Plan reçu", "a modifié : lignes de contrôle", "☑ Plan reçu"],
  ["checklists", null, "", "a modifié : listes de contrôle", "Liste de contrôle"],
  ["cover", null, "c4", "a modifié : couverture", "Bleu"],
  ["cover", "c4", "fil_00000000000000000000000001", "a modifié : couverture", "Image"],
  ["archived", false, true, "a modifié : archive", "oui"],
  [
    "repeat",
    null,
    { rule: "FREQ=DAILY", zone: "Europe/Paris", from: "2026-11-21", last: "2026-11-21" },
    "a modifié : récurrence",
    "Tous les jours",
  ],
])("a change of %s is told in words", async (field, before, after, said, shown) => {
  const { live, show } = await openScene();
  const card = live.card(testId("crd", 1));
  if (!card) throw new Error("No card");
  show(() => (
    <ul>
      <ChangeRow card={card} entry={entry(field, before, after)} />
    </ul>
  ));
  expect(await screen.findByText(said)).toBeTruthy();
  expect(screen.getByText(shown)).toBeTruthy();
});

test.each([
  [
    "card.link",
    "links",
    null,
    { relation: "blocked_by", other: testId("crd", 2) },
    "a ajouté un lien, bloquée par Card 2",
  ],
  [
    "card.link",
    "links",
    { relation: "relates", other: testId("crd", 2) },
    null,
    "a retiré le lien avec Card 2",
  ],
  [
    "card.link",
    "links",
    null,
    { relation: "blocks", other: `${testId("brd", 9)}/${testId("crd", 2)}` },
    "a ajouté un lien, bloque une carte d’un autre tableau",
  ],
  ["card.link", "links", "blocks", null, "a retiré le lien avec une carte"],
  [
    "card.create",
    "cameFrom",
    null,
    `${testId("brd", 9)}/${testId("crd", 2)}`,
    "a fait passer la carte d’un autre tableau à celui-ci",
  ],
  [
    "card.archive",
    "movedTo",
    null,
    `${testId("brd", 9)}/${testId("crd", 2)}`,
    "a fait passer la carte sur un autre tableau",
  ],
])("%s of %s is told in words alone", async (action, field, before, after, said) => {
  const { live, show } = await openScene();
  const card = live.card(testId("crd", 1));
  if (!card) throw new Error("No card");
  show(() => (
    <ul>
      <ChangeRow card={card} entry={{ ...entry(field, before, after), action }} />
    </ul>
  ));
  expect(await screen.findByText(said)).toBeTruthy();
  expect(screen.queryByText("→")).toBeNull();
});

const outside = {
  boardTitle: "Chantier",
  reference: "CH-7",
  title: "Coulage",
  columnName: "À faire",
  category: "todo" as const,
  gone: false,
};
const [one, two, there] = [testId("crd", 1), testId("crd", 2), testId("brd", 9)];

/** A row of card 1, which follows the card. */
async function row(change: CardChange, rights?: { write: boolean; manage: boolean }) {
  const scene = await openScene(rights);
  const card = () => {
    const found = scene.live.card(one);
    if (!found) throw new Error("No card");
    return found;
  };
  scene.show(() => (
    <ul>
      <ChangeRow card={card()} entry={change} />
    </ul>
  ));
  return { ...scene, card };
}
const ended = (other: string) => ({
  ...entry("links", { relation: "blocks", other }, null),
  action: "card.link",
  outside: other.includes("/") ? outside : null,
});

test("a link with a card of another board that ended is told by its name, made again, and taken back", async () => {
  const key = `${there}/${two}`;
  const { card, turn } = await row(ended(key));
  turn("waiting");
  screen.getByText("a retiré le lien avec CH-7 Coulage");
  fireEvent.click(screen.getByRole("button", { name: "Rétablir le lien avec CH-7 Coulage" }));
  await waitFor(() => expect(card().links).toEqual({ [key]: "blocks" }));
  await screen.findByText("Lien rétabli.");
  expect(screen.queryByRole("button", { name: /^Rétablir/ })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Annuler" }));
  await waitFor(() => expect(card().links).toEqual({}));
  screen.getByRole("button", { name: "Rétablir le lien avec CH-7 Coulage" });
});

test("a link within the board is made again on both cards; what was told leaves with the step", async () => {
  const { card, live } = await row(ended(two));
  fireEvent.click(screen.getByRole("button", { name: "Rétablir le lien avec Card 2" }));
  await waitFor(() => expect(card().links).toEqual({ [two]: "blocks" }));
  expect(live.card(two)?.links).toEqual({ [one]: "blocked_by" });
  await screen.findByText("Lien rétabli.");
  await live.undo();
  await waitFor(() => expect(screen.queryByText("Lien rétabli.")).toBeNull());
});

test("an old value is taken back from the toast that told it", async () => {
  const { card } = await row(entry("title", "Note de calcul", "Card 1"));
  fireEvent.click(screen.getByRole("button", { name: "Rétablir l’ancienne valeur : titre" }));
  await waitFor(() => expect(card().title).toBe("Note de calcul"));
  fireEvent.click(await screen.findByRole("button", { name: "Annuler" }));
  await waitFor(() => expect(card().title).toBe("Card 1"));
});

test("whoever may only read links nothing again", async () => {
  await row(ended(two), { write: false, manage: false });
  screen.getByText("a retiré le lien avec Card 2");
  expect(screen.queryByRole("button")).toBeNull();
});
