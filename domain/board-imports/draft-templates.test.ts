import { expect, test } from "vitest";
import { draftTemplates } from "./draft-templates.ts";

const raw = (name: string, more: object = {}) => ({
  name,
  title: "Visa",
  description: "",
  priority: "high",
  tags: ["Visa"],
  cover: "c4",
  dueIn: 10,
  checklists: [{ name: "Avant envoi", items: ["Relire"], later: 1 }],
  ...more,
});

test("a template comes over whole, without what it says that nobody knows", () => {
  const { templates, lost } = draftTemplates([raw("Réception", { color: "red" })]);
  expect(lost).toBe(0);
  expect(templates).toEqual([
    { ...raw("Réception"), checklists: [{ name: "Avant envoi", items: ["Relire"] }] },
  ]);
});

test("what no board takes is counted: a name again, a field out of its bounds, more than a board has", () => {
  const odd = [raw("A"), raw(" a "), raw("B", { dueIn: -1 }), raw("C", { cover: "red" }), raw("")];
  expect(draftTemplates(odd)).toMatchObject({ templates: [{ name: "A" }], lost: 4 });
  const many = Array.from({ length: 103 }, (_, i) => raw(`M${i}`));
  expect(draftTemplates(many)).toMatchObject({ templates: { length: 100 }, lost: 3 });
});
