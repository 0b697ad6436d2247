import { expect, test } from "vitest";
import { BOARD_FILE, type BoardFile } from "#domain/board-imports/board-file.ts";
import { bytes, draftOf, json } from "#domain/board-imports/testing.ts";
import { boardCsv } from "./board-csv.ts";
import { testId } from "./testing.ts";

const card = (title: string, more: Partial<BoardFile["cards"][number]> = {}) => ({
  reference: "EC-1",
  column: 1,
  title,
  description: 'Ligne 1\nLigne « 2 » ; "trois"',
  priority: "urgent" as const,
  dueOn: "2026-12-03",
  tags: ["Permis", "Béton"],
  assignees: [{ name: "Claire Morvan", email: "claire@morvan.example" }],
  client: "Lycée Jean-Perrin",
  archived: false,
  cover: null,
  picture: null,
  checklists: [],
  links: [],
  notes: [],
  repeat: null,
  watchers: [],
  comments: [],
  files: [],
  createdAt: null,
  updatedAt: null,
  ...more,
});
const BOARD: BoardFile = {
  ...BOARD_FILE,
  title: "Études",
  prefix: "EC",
  exportedAt: "2026-11-21T10:00:00.000Z",
  columns: [
    { name: "À faire", category: "todo", wipLimit: null, wipBlock: false, archived: false },
    { name: "En cours", category: "doing", wipLimit: 3, wipBlock: false, archived: false },
  ],
  tags: [],
  templates: [],
  cards: [
    card("Déposer"),
    card('=HYPERLINK("http://x")', { column: 0, tags: ["+x"], client: "@y" }),
  ],
};

test.each(["fr", "en"] as const)(
  "formulas come out harmless, whatever the field (%s)",
  (language) => {
    const csv = boardCsv(BOARD, language);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(csv).not.toMatch(/"[=+@]/);
    expect(csv.startsWith("\uFEFF")).toBe(language === "fr");
    expect(csv.split("\r\n")[0]).toContain(language === "fr" ? '";"' : '","');
  },
);

test.each(["fr", "en"] as const)("what CSV tells is read back the same (%s)", (language) => {
  const { cards, columns } = draftOf(bytes(boardCsv(BOARD, language)), { language });
  expect(columns.map(({ name }) => name).toSorted()).toEqual(["En cours", "À faire"]);
  expect(cards[0]?.fields).toEqual({
    title: "Déposer",
    description: `${BOARD.cards[0]?.description}\n\n### Autres champs\n\n${language === "fr" ? "Référence" : "Reference"} : EC-1`,
    priority: "urgent",
    dueOn: "2026-12-03",
    clientId: testId("cli", 1),
    tags: ["Permis", "Béton"],
    assigneeIds: [testId("usr", 1)],
    cover: null,
    repeat: null,
  });
  expect(cards[1]?.fields.title).toBe('=HYPERLINK("http://x")');
});

test("what JSON tells is read back the same, limits and meanings of columns too", () => {
  const { cards, columns, title, problems } = draftOf(json({ ...BOARD, cards: [BOARD.cards[0]] }));
  expect({ title, columns, problems }).toEqual({
    title: "Études",
    columns: BOARD.columns,
    problems: [],
  });
  expect(cards[0]).toMatchObject({
    column: 1,
    fields: { description: BOARD.cards[0]?.description },
  });
});

test("CSV tells how far a card is, what is said of it, what blocks it, and whether it is archived", () => {
  const line = { text: "Plans", done: true, assignee: null, dueOn: null };
  const whole = card("Couler", {
    archived: true,
    checklists: [{ name: "", lines: [line, { ...line, done: false }] }],
    links: [{ card: "EC-9", relation: "blocked_by" }],
    comments: [{ author: { name: "Yann", email: null }, at: "", editedAt: null, text: "Vu." }],
    files: [{ name: "plan.pdf", size: 9, type: "application/pdf" }],
    createdAt: "2026-11-02T10:00:00.000Z",
    updatedAt: "2026-11-20T10:00:00.000Z",
  });
  const csv = boardCsv({ ...BOARD, cards: [whole, card("Autre")] }, "fr");
  const [head, first, second] = csv.split("\r\n").map((text) => text.split('";"'));
  const at = (name: string) => [first, second].map((cells) => cells?.[head?.indexOf(name) ?? -1]);
  expect(at("Statut")).toEqual(["En cours", "En cours"]);
  expect(at("Lignes cochées")).toEqual(["1", ""]);
  expect(at("Lignes à cocher")).toEqual(["2", ""]);
  expect(at("Commentaires")).toEqual(["1", ""]);
  expect(at("Fichiers")).toEqual(["1", ""]);
  expect(at("Bloquée par")).toEqual(["EC-9", ""]);
  expect(at("Créée le")).toEqual(["2026-11-02", ""]);
  expect(at("Modifiée le")).toEqual(["2026-11-20", ""]);
  expect(at("Archivée")).toEqual(["Oui", ""]);
  // Read again, it goes to the archive, and a column means what it meant.
  const draft = draftOf(bytes(csv));
  expect(draft.cards.map(({ archived }) => archived)).toEqual([true, false]);
  expect(draft.columns).toMatchObject([{ name: "En cours", category: "doing" }]);
});
