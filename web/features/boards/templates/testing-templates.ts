import type { CardTemplate } from "#domain/boards/card-template.ts";
import { testId } from "#domain/boards/testing.ts";

const AT = "2026-11-20T08:00:00.000Z";

/** A template of the board that tests open. */
export function template(n: number, more: Partial<CardTemplate> = {}): CardTemplate {
  return {
    id: testId("tpl", n),
    version: 1,
    boardId: testId("brd", 1),
    name: `Modèle ${n}`,
    title: `Visa ${n}`,
    description: "À viser **sous dix jours**.",
    priority: "high",
    tags: ["Visa"],
    cover: "c4",
    dueIn: 10,
    checklists: [{ name: "Avant envoi", items: ["Relire", "Signer"] }],
    createdBy: testId("usr", 2),
    createdAt: AT,
    updatedAt: AT,
    can: { write: true },
    ...more,
  };
}
