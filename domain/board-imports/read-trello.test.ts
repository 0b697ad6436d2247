import { describe, expect, it } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { draftOf, json, TRELLO } from "./testing.ts";

const draft = () => draftOf(json(TRELLO));

describe("Trello's export", () => {
  it("gives lists in their order as columns that mean something, with their limits, archived ones too", () => {
    const columns = draft().columns.map((one) => [
      one.name,
      one.category,
      one.wipLimit,
      one.archived,
    ]);
    expect(columns).toEqual([
      ["À faire", "todo", null, false],
      ["En cours", "doing", 4, false],
      ["Terminé ✅", "done", null, false],
      ["Vieux", "todo", null, true],
    ]);
    expect(draft()).toMatchObject({ source: "trello", title: "Chantier Quimper" });
  });

  it("gives cards in their order, with labels, members, cover and the day that is due where the person is", () => {
    const [first, second, old, away] = draft().cards;
    expect(first).toMatchObject({
      column: 0,
      archived: false,
      fields: { title: "Déposer le permis", tags: ["Permis"], assigneeIds: [testId("usr", 1)] },
    });
    expect(second).toMatchObject({
      column: 1,
      fields: { title: "Couler la dalle", dueOn: "2026-12-04", tags: ["sky"], cover: "c4" },
    });
    // One stands in a list of the archive, one is there itself.
    expect(old).toMatchObject({
      column: 3,
      archived: false,
      fields: { title: "Dans une liste archivée" },
    });
    expect(away).toMatchObject({ column: 0, archived: true, fields: { title: "Archivée" } });
    const cayenne = draftOf(json(TRELLO), { timeZone: "America/Cayenne" });
    expect(cayenne.cards[1]?.fields.dueOn).toBe("2026-12-03");
  });

  it("gives labels that cards name by their ids alone, without saying one twice", () => {
    const labels = [
      { id: "g", name: "Permis", color: "green" },
      { id: "u", name: "Urgent", color: "red" },
    ];
    const card = { id: "c1", name: "Dalle", idList: "l1", pos: 1, idLabels: ["u", "g", "gone"] };
    const half = { ...card, id: "c2", labels: [labels[0]] };
    const file = { ...TRELLO, labels, cards: [card, half] };
    const { cards } = draftOf(json(file));
    expect(cards[0]?.fields.tags).toEqual(["Urgent", "Permis"]);
    expect(cards[1]?.fields.tags).toEqual(["Permis", "Urgent"]);
  });

  it("gives checklists with their ticks, people and dates, and comments under the names of their authors", () => {
    expect(draft().cards[0]?.checklists).toEqual([
      {
        name: "Pièces",
        items: [
          { text: "Cerfa 13409", done: true, assigneeId: null, dueOn: null },
          { text: "Plans", done: false, assigneeId: testId("usr", 1), dueOn: "2026-12-01" },
        ],
      },
    ]);
    expect(draft().cards[0]?.comments).toEqual([
      {
        text: "Premier\nsur deux lignes",
        imported: { name: "Claire Morvan", at: "2026-11-01T08:00:00.000Z" },
      },
      { text: "Deuxième", imported: { name: "Yann Tanguy", at: "2026-11-03T08:00:00.000Z" } },
    ]);
  });

  it("gives labels their nearest colours, also those that no card bears, and links between its cards", () => {
    expect(draft().tags).toEqual([
      { tag: "Permis", color: "c6" },
      { tag: "Jamais mise", color: "c5" },
      { tag: "sky", color: "c1" },
    ]);
    // Told by the later of the two.
    expect(draft().cards.map(({ links }) => links)).toEqual([
      [],
      [{ to: 0, relation: "relates" }],
      [],
      [],
    ]);
  });

  it("keeps addresses, fields, beginnings, a due date that was ticked and unknown members below the description", () => {
    expect(draft().cards[0]?.fields.description).toBe(
      [
        "Mairie de **Quimper**\nGuichet 3",
        "### Personnes\n\n- Yann Tanguy",
        "### Pièces jointes\n\n- [plan  v2 .pdf](https://trello.com/1/cards/c1/a%20%281%29.pdf)",
        "### Autres champs\n\n- Lot : Gros œuvre",
      ].join("\n\n"),
    );
    expect(draft().cards[1]?.fields.description).toBe(
      "### Échéance\n\nÉchéance cochée comme faite dans Trello\n\n### Autres champs\n\n- Début : 2026-11-24\n- Heures : 12",
    );
    expect(draft().problems).toEqual([{ row: 2, code: "person_unknown", value: "Yann Tanguy" }]);
    expect(draft().people).toEqual([
      { name: "Claire Morvan", userId: testId("usr", 1) },
      { name: "Yann Tanguy", userId: null },
    ]);
  });

  it("counts what comes over, what stays as text and what does not come", () => {
    expect(draft().tally).toEqual({
      made: {
        checklists: 1,
        lines: 2,
        comments: 2,
        tags: 2,
        colors: 3,
        covers: 1,
        people: 1,
        dates: 1,
        links: 1,
        archivedCards: 1,
        archivedColumns: 1,
      },
      below: { attachments: 1, fields: 3, people: 1, dates: 1 },
      // Trello says that a card has three comments, and gives none of them.
      lost: { files: 1, comments: 3, history: 1 },
    });
  });

  it("leaves out what was archived when asked, and tells how much that is", () => {
    const some = draftOf(json(TRELLO), { archived: false });
    expect(some.columns.map(({ name }) => name)).not.toContain("Vieux");
    expect(some.cards).toHaveLength(2);
    expect(some.tally.lost).toMatchObject({ archivedCards: 2, archivedColumns: 1 });
  });

  it("survives parts of another shape: they count as missing", () => {
    const odd = {
      lists: TRELLO.lists,
      cards: [{ id: 1, name: null, idList: {}, labels: "x" }],
      members: 5,
      actions: [null],
    };
    const made = draftOf(json(odd));
    expect(made.cards).toHaveLength(1);
    expect(made.cards[0]?.fields.title).toBe("Sans titre");
    expect(made.problems[0]).toMatchObject({ code: "title_missing", row: 1 });
  });
});
