import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Op } from "#domain/boards/ops.ts";
import { testId } from "#domain/boards/testing.ts";
import { draftBoard, type ImportDraft } from "./draft.ts";
import { guessCategory, guessPriority } from "./guess.ts";
import { ImportCard, ImportColumn } from "./model.ts";
import { FileRefused, MAX_CARDS, type RawBoard } from "./raw.ts";
import { readFile } from "./read-file.ts";
import { bytes, CONTEXT, draftOf, json, TRELLO } from "./testing.ts";

/** What a draft makes must pass the rules of requests and of ops, whatever the file held. */
function expectTakable(draft: ImportDraft): void {
  for (const { name, category, wipLimit } of draft.columns) {
    const column = { id: testId("col", 1), name, category, wipLimit, isNew: true };
    expect(ImportColumn.safeParse(column).error).toBeUndefined();
  }
  for (const { row, column, fields } of draft.cards) {
    expect(draft.columns[column]).toBeDefined();
    const card = testId("crd", 1);
    expect(
      ImportCard.safeParse({ card, row, column: testId("col", 1), fields }).error,
    ).toBeUndefined();
    const op = {
      kind: "card.create",
      card,
      column: testId("col", 1),
      after: null,
      before: null,
      fields,
    };
    expect(Op.safeParse(op).error).toBeUndefined();
  }
}

const naughty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.constantFrom(
    "",
    "=cmd|' /C calc'!A0",
    "\u202Egnp.exe",
    "\uD800",
    "\u0000\u0007",
    "a".repeat(700),
    "<script>",
    "__proto__",
    "👩‍👩‍👧",
  ),
);

const card = fc.record({
  row: fc.integer({ min: 1, max: 9 }),
  title: naughty,
  description: naughty,
  column: fc.option(naughty),
  priority: naughty,
  due: naughty,
  client: fc.option(naughty),
  tags: fc.array(naughty, { maxLength: 30 }),
  people: fc.array(fc.record({ name: naughty, email: fc.option(naughty) }), { maxLength: 30 }),
  extras: fc.array(fc.record({ heading: naughty, lines: fc.array(naughty) }), { maxLength: 3 }),
  archived: fc.boolean(),
});
const board: fc.Arbitrary<RawBoard> = fc.record({
  source: fc.constant("trello" as const),
  title: fc.option(naughty),
  columns: fc.array(
    fc.record({
      name: naughty,
      category: fc.option(naughty),
      wipLimit: fc.constant(null),
      archived: fc.boolean(),
    }),
    { maxLength: 70 },
  ),
  cards: fc.array(card, { maxLength: 8 }),
});

describe("a draft", () => {
  it("makes only what ops take, whatever a file holds", () => {
    expect(() =>
      fc.assert(
        fc.property(board, (raw) => expectTakable(draftBoard(raw, CONTEXT))),
        { numRuns: 300, seed: 4 },
      ),
    ).not.toThrow();
  });

  it("loses nothing that does not fit: it is below the description, and told", () => {
    const title = `Titre ${"long ".repeat(80)}`.trim();
    const tags = Array.from({ length: 23 }, (_, i) => `T${i}`);
    const file = `Titre;Étiquettes;Échéance;Client\n"${title}";"${tags.join(",")}";bientôt;"Inconnu SA"\n;;;"lycee jean-perrin"`;
    const { cards, problems } = draftOf(bytes(file));
    const { fields } = cards[0]!;
    expect(fields.title).toHaveLength(300);
    for (const text of [title, "T20", "T22", "bientôt", "Inconnu SA"])
      expect(fields.description).toContain(text);
    expect(problems.map(({ code }) => code)).toEqual([
      "title_cut",
      "date_unread",
      "client_unknown",
      "tags_many",
      "title_missing",
    ]);
    expect(cards[1]?.fields.clientId).toBe(testId("cli", 1));
  });

  it("takes 10,000 cards within seconds", () => {
    const cards = Array.from({ length: 10_000 }, (_, i) => {
      return { ...TRELLO.cards[1], id: `c${i}`, name: `Carte ${i}`, pos: i };
    });
    const started = performance.now();
    expect(draftOf(json({ ...TRELLO, cards })).cards).toHaveLength(10_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("knows columns and priorities by their words in both languages", () => {
    const named = ["Idées", "To do", "In progress", "À valider", "Livré", "Zone 51"];
    expect(named.map(guessCategory)).toEqual([
      "backlog",
      "todo",
      "doing",
      "review",
      "done",
      "todo",
    ]);
    expect(["Très haute", "High", "moyenne", "P3", "", "?"].map(guessPriority)).toEqual([
      "urgent",
      "high",
      "medium",
      "low",
      "none",
      null,
    ]);
  });
});

const faultOf = (file: Uint8Array) => {
  try {
    readFile(file, CONTEXT.words);
  } catch (error) {
    return error instanceof FileRefused ? error.fault : error;
  }
  return null;
};

describe("a hostile file", () => {
  it.each([
    ["an image", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), "not_text"],
    ["half a JSON", bytes('{"lists": [{"id"'), "not_json"],
    ["another JSON", json({ hello: "world" }), "unknown_json"],
    ["a list", json([1, 2]), "unknown_json"],
    ["a JSON that is deep", bytes(`{"a":${"[".repeat(100_000)}`), "not_json"],
    [
      "too many cards",
      json({ lists: [], cards: Array.from({ length: MAX_CARDS + 1 }, () => ({})) }),
      "too_many",
    ],
    ["a future export of ours", json({ format: "aetheria.board", version: 2 }), "unknown_json"],
  ])("%s gets a clear answer", (_name, file, fault) => {
    expect(faultOf(file)).toBe(fault);
  });

  it("of any bytes is refused by a fault of ours, or read into a draft that ops take", () => {
    const any = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .string({ unit: "binary", maxLength: 200 })
        .map((text) => bytes(`Nom;Statut;Date\n${text}`)),
      fc.json().map(bytes),
      fc.jsonValue().map((value) =>
        json({
          lists: [value],
          cards: [value, { name: value, labels: [value] }],
          actions: value,
        }),
      ),
    );
    expect(() =>
      fc.assert(
        fc.property(any, (file) => {
          try {
            expectTakable(draftOf(file));
          } catch (error) {
            if (!(error instanceof FileRefused)) throw error;
          }
        }),
        { numRuns: 500, seed: 4 },
      ),
    ).not.toThrow();
  });
});
