import { describe, expect, it } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { draftOf, json, TRELLO } from "./testing.ts";

const draft = () => draftOf(json(TRELLO));

describe("Trello's export", () => {
  it("gives lists in their order as columns that mean something, without the archived", () => {
    expect(draft().columns.map(({ name, category }) => [name, category])).toEqual([
      ["À faire", "todo"],
      ["En cours", "doing"],
      ["Terminé ✅", "done"],
    ]);
    expect(draft()).toMatchObject({ source: "trello", title: "Chantier Quimper", leftOut: 2 });
  });

  it("gives cards in their order, with labels, members and the day that is due where the person is", () => {
    const [first, second, ...rest] = draft().cards;
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      column: 0,
      fields: { title: "Déposer le permis", tags: ["Permis"], assigneeIds: [testId("usr", 1)] },
    });
    expect(second).toMatchObject({
      column: 1,
      fields: { title: "Couler la dalle", dueOn: "2026-12-04", tags: ["sky"] },
    });
    const away = draftOf(json(TRELLO), { timeZone: "America/Cayenne" });
    expect(away.cards[1]?.fields.dueOn).toBe("2026-12-03");
  });

  it("keeps checklists, links, fields, unknown members and comments below the description", () => {
    expect(draft().cards[0]?.fields.description).toBe(
      [
        "Mairie de **Quimper**\nGuichet 3",
        "### Personnes\n\n- Yann Tanguy",
        "### Pièces\n\n- [x] Cerfa 13409\n- [ ] Plans",
        "### Pièces jointes\n\n- [plan  v2 .pdf](https://trello.com/1/cards/c1/a%20%281%29.pdf)",
        "### Autres champs\n\n- Lot : Gros œuvre",
        "### Commentaires\n\n> **Claire Morvan**, 2026-11-01 : Premier\n> sur deux lignes\n\n> **Yann Tanguy**, 2026-11-03 : Deuxième\n",
      ].join("\n\n"),
    );
    expect(draft().cards[1]?.fields.description).toBe("### Autres champs\n\n- Heures : 12");
    expect(draft().problems).toEqual([{ row: 2, code: "person_unknown", value: "Yann Tanguy" }]);
    expect(draft().people).toEqual([
      { name: "Claire Morvan", userId: testId("usr", 1) },
      { name: "Yann Tanguy", userId: null },
    ]);
  });

  it("gives what was archived when asked, and tells how many were left out otherwise", () => {
    const all = draftOf(json(TRELLO), { archived: true });
    expect(all.leftOut).toBe(0);
    expect(all.columns.map(({ name }) => name)).toContain("Vieux");
    expect(all.cards).toHaveLength(4);
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
