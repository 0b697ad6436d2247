import { expect, test } from "vitest";
import { TemplateFields } from "#domain/boards/card-template.ts";
import { draftOf, EMPTY_TEMPLATE, readDraft, readDueIn, readItems } from "./template-draft.ts";

const VISA: TemplateFields = {
  ...EMPTY_TEMPLATE,
  name: "Visa",
  title: "Visa : plans",
  dueIn: 0,
  tags: ["Visa"],
  checklists: [
    { name: "Avant envoi", items: ["Relire", "Signer"] },
    { name: "", items: ["Classer"] },
  ],
};

test("a template comes back from a form as it went in", () => {
  expect(readDraft(draftOf(VISA))).toEqual({ fields: VISA });
  const empty = { ...EMPTY_TEMPLATE, name: "Rien" };
  expect(readDraft(draftOf(empty))).toEqual({ fields: empty });
});

test.each([
  ["", null],
  [" 10 ", 10],
  ["0", 0],
  ["3650", 3650],
  ["3651", undefined],
  ["-1", undefined],
  ["1.5", undefined],
  ["demain", undefined],
])("%j days are %j", (text, days) => {
  expect(readDueIn(text)).toBe(days);
});

test("lines that were pasted lose the marks of their list, and nothing else", () => {
  const pasted = "- Relire\r\n* [x] Signer\n\n  • Classer \n[ ] Envoyer\n-5 °C au plus\n2. Poser";
  expect(readItems(pasted)).toEqual([
    "Relire",
    "Signer",
    "Classer",
    "Envoyer",
    "-5 °C au plus",
    "2. Poser",
  ]);
});

test("lists without a name and a line are none; what is read always passes the rules", () => {
  const draft = { ...draftOf(VISA), name: "  Visa\u200B ", title: " \t " };
  draft.lists = [
    { name: " ", items: "\n\n" },
    { name: "Vide", items: "" },
  ];
  const read = readDraft(draft);
  expect(read).toMatchObject({
    fields: { name: "Visa", title: "", checklists: [{ name: "Vide", items: [] }] },
  });
  expect("fields" in read && TemplateFields.safeParse(read.fields).success).toBe(true);
});

test("what can't be saved says where", () => {
  const draft = draftOf(VISA);
  expect(readDraft({ ...draft, dueIn: "bientôt" })).toEqual({ fault: { field: "dueIn" } });
  const long = { name: "", items: `court\n${"x".repeat(501)}` };
  expect(readDraft({ ...draft, lists: [long] })).toEqual({
    fault: { field: "lists", list: 0, long: "x".repeat(40) },
  });
  const many = { name: "", items: "x\n".repeat(151) };
  expect(readDraft({ ...draft, lists: [many, many] })).toEqual({
    fault: { field: "lists", list: null },
  });
});
