import { screen } from "@solidjs/testing-library";
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
});

test.each([
  ["items", "☐ Plan reçu", "☑ Plan reçu", "a modifié : lignes de contrôle", "☑ Plan reçu"],
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
