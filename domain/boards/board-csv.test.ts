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
  ...more,
});
const BOARD: BoardFile = {
  ...BOARD_FILE,
  title: "Études",
  prefix: "EC",
  exportedAt: "2026-11-21T10:00:00.000Z",
  columns: [
    { name: "À faire", category: "todo", wipLimit: null },
    { name: "En cours", category: "doing", wipLimit: 3 },
  ],
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
