import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Op } from "#domain/boards/ops.ts";
import { LIMITS } from "#domain/boards/protocol.ts";
import { testId } from "#domain/boards/testing.ts";
import { BOARD_FILE } from "./board-file.ts";
import { draftBoard, type ImportDraft } from "./draft.ts";
import { guessCategory, guessPriority } from "./guess.ts";
import { ImportColumn, ImportPart } from "./model.ts";
import { partOps } from "./part-ops.ts";
import { planColumns, planParts } from "./plan.ts";
import { FileRefused, type RawBoard } from "./raw.ts";
import { bytes, CONTEXT, draftOf, json, TRELLO } from "./testing.ts";

/** What a draft makes must pass the rules of requests and of ops, whatever the file held. */
function expectTakable(draft: ImportDraft): void {
  const columns = planColumns(draft, []);
  expect(columns.some(({ archived }) => !archived)).toBe(true);
  for (const column of columns) expect(ImportColumn.safeParse(column).error).toBeUndefined();
  for (const { column } of draft.cards) expect(draft.columns[column]).toBeDefined();
  const parts = planParts(draft, columns);
  for (const part of parts) expect(ImportPart.safeParse(part).error).toBeUndefined();
  const made = new Set<string>();
  for (const { op } of parts.flatMap(partOps)) {
    expect(Op.safeParse(op).error).toBeUndefined();
    expect(JSON.stringify(op).length).toBeLessThan(LIMITS.opBytes);
    if (op.kind === "card.create") made.add(op.card);
    const named = [
      ...("card" in op ? [op.card] : []),
      ...(op.kind === "card.link" ? [op.other] : []),
    ];
    expect(named.filter((card) => !made.has(card))).toEqual([]);
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

const person = fc.record({ name: naughty, email: fc.option(naughty) });
const card = fc.record({
  row: fc.integer({ min: 1, max: 9 }),
  key: fc.constantFrom("a", "b", "c", "d"),
  title: naughty,
  description: fc.oneof(naughty, fc.constant('"'.repeat(60_000))),
  column: fc.option(naughty),
  priority: naughty,
  due: naughty,
  client: fc.option(naughty),
  tags: fc.array(naughty, { maxLength: 30 }),
  people: fc.array(person, { maxLength: 30 }),
  cover: fc.option(fc.oneof(naughty, fc.constant("c3"))),
  repeat: fc.option(fc.jsonValue()),
  checklists: fc.array(
    fc.record({
      name: naughty,
      lines: fc.array(
        fc.record({ text: naughty, done: fc.boolean(), person: fc.option(person), due: naughty }),
        { maxLength: 5 },
      ),
    }),
    { maxLength: 23 },
  ),
  comments: fc.array(
    fc.record({
      name: naughty,
      at: fc.oneof(naughty, fc.constant("2026-11-01T08:00:00Z"), fc.constant("+275760-09-13")),
      text: fc.oneof(naughty, fc.constant("👩".repeat(12_000))),
    }),
    { maxLength: 4 },
  ),
  links: fc.array(
    fc.record({
      to: fc.constantFrom("a", "b", "c", "x"),
      relation: fc.constantFrom("blocks" as const, "relates" as const),
    }),
    { maxLength: 4 },
  ),
  extras: fc.array(
    fc.record({ kind: fc.constant("fields" as const), heading: naughty, lines: fc.array(naughty) }),
    { maxLength: 3 },
  ),
  archived: fc.boolean(),
  lost: fc.constant({ files: 1 }),
});
const column = fc.record({
  key: naughty,
  name: naughty,
  category: fc.option(naughty),
  wipLimit: fc.option(fc.double()),
  wipBlock: fc.boolean(),
  archived: fc.boolean(),
});
const template = fc.record({
  name: naughty,
  title: naughty,
  description: naughty,
  priority: fc.oneof(naughty, fc.constant("high")),
  tags: fc.array(naughty, { maxLength: 3 }),
  cover: fc.option(fc.constantFrom("c2", "red")),
  dueIn: fc.option(fc.oneof(fc.double(), fc.nat(20))),
  checklists: fc.array(fc.record({ name: naughty, items: fc.array(naughty, { maxLength: 3 }) }), {
    maxLength: 2,
  }),
});
const board: fc.Arbitrary<RawBoard> = fc.record({
  source: fc.constantFrom("trello" as const, "csv" as const),
  title: fc.option(naughty),
  columns: fc.array(column, { maxLength: 70 }),
  tags: fc.array(fc.record({ name: naughty, color: fc.oneof(naughty, fc.constant("c2")) })),
  cards: fc.uniqueArray(card, { maxLength: 4, selector: ({ key }) => key }),
  templates: fc.array(template, { maxLength: 4 }),
  lost: fc.constant({ history: 2 }),
});

const CARD = {
  column: 0,
  title: "Une",
  description: "",
  priority: "none",
  dueOn: null,
  tags: [],
  assignees: [],
  client: null,
};

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
    expect(fields.description).toContain(`### Titre\n\n${title}`);
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

  it("keeps what is beyond the limits of a card: lines below the description, long comments in several, figures of the rest", () => {
    const lists = Array.from({ length: 22 }, (_, i) => ({
      ...TRELLO.checklists[0],
      name: `Liste ${i}`,
      checkItems: Array.from({ length: 16 }, (_line, n) => ({
        name: `L${i}.${n}`,
        state: "",
        pos: n,
      })),
    }));
    const long = { name: "x".repeat(700), state: "complete", pos: 0 };
    lists[0]!.checkItems[0] = long;
    const said = TRELLO.actions[0]!;
    const actions = [
      { ...said, data: { ...said.data, text: "é".repeat(25_000) } },
      ...Array.from({ length: 1200 }, () => said),
    ];
    const { cards, problems, tally } = draftOf(json({ ...TRELLO, checklists: lists, actions }));
    const { checklists, comments, fields } = cards[0]!;
    expect(checklists).toHaveLength(20);
    expect(checklists.flatMap(({ items }) => items)).toHaveLength(300);
    expect(fields.description).toContain("- [ ] L21.15");
    expect(fields.description).toContain(`- [x] ${long.name}`);
    expect(comments).toHaveLength(1000);
    expect(tally.below.lines).toBe(22 * 16 - 300 + 1);
    expect(tally.lost.comments).toBe(1203 - 1000 + 3);
    const told = problems.filter(({ row }) => row === 2).map(({ code }) => code);
    expect(told).toEqual(["person_unknown", "line_cut", "lines_many", "comments_many"]);
  });

  it("tells which links come to nothing", () => {
    const left = draftOf(json({ ...TRELLO, cards: [TRELLO.cards[1]] }));
    // Trello's addresses of other cards stay addresses when those cards are not in the file.
    expect(left.cards[0]?.fields.description).toContain("https://trello.com/c/Zx12/");
    const file = {
      ...BOARD_FILE,
      title: "B",
      prefix: "B",
      exportedAt: "",
      columns: [{ name: "À faire", category: "todo", wipLimit: null }],
      cards: [
        { ...CARD, reference: "B-1", links: [{ card: "B-2", relation: "blocks" }] },
        { ...CARD, reference: "B-2", archived: true },
      ],
    };
    expect(draftOf(json(file)).cards[1]?.links).toEqual([{ to: 0, relation: "blocked_by" }]);
    expect(draftOf(json(file), { archived: false }).tally.lost).toEqual({
      links: 1,
      archivedCards: 1,
    });
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

describe("a hostile file", () => {
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
