import type { TemplateFields } from "#domain/boards/card-template.ts";

/** A card template as it is sent for the first time. */
export const TEMPLATE = {
  version: null,
  name: "Visa",
  title: "Visa : plans",
  description: "À viser **sous dix jours**.",
  priority: "high",
  tags: ["Visa"],
  cover: "c4",
  dueIn: 10,
  checklists: [{ name: "Avant envoi", items: ["Relire", "Signer"] }],
} satisfies TemplateFields & { version: null };
