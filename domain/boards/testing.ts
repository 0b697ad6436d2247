import * as fc from "fast-check";
import { applyChanges, boardMap, type BoardMap, mapReader } from "./board-map.ts";
import { decide } from "./decide.ts";
import type { Card } from "./model.ts";
import type { Op } from "./ops.ts";
import type { Verdict } from "./verdict.ts";

/** Ids for tests: `testId("crd", 7)` is valid and sorts by its number. */
export function testId(prefix: string, n: number): string {
  return `${prefix}_${String(n).padStart(26, "0")}`;
}

/** A column.create op. */
export function columnOp(n: number, name = `Column ${n}`): Op {
  return {
    kind: "column.create",
    column: testId("col", n),
    after: null,
    before: null,
    fields: { name },
  };
}

/** A card.create op at the end of a column. */
export function cardOp(n: number, column = 1, title = `Card ${n}`): Op {
  return {
    kind: "card.create",
    card: testId("crd", n),
    column: testId("col", column),
    after: null,
    before: null,
    fields: { title },
  };
}

/** Runs an op on a board in memory as the object would, without a history. */
export function run(board: BoardMap, op: Op, userId = "usr_a"): Verdict {
  const at = new Date(1_760_000_000_000 + board.version * 1000).toISOString();
  const sender = { userId, client: `client_${userId}`, base: board.version, at };
  const verdict = decide(mapReader(board), op, sender);
  if (verdict.outcome === "applied" || verdict.outcome === "rebased") {
    applyChanges(board, verdict.changes, { version: board.version + 1, at });
  }
  return verdict;
}

/** A board with this many columns and cards, cards dealt out in turn. */
export function dealt(columns: number, cards: number): BoardMap {
  const board = boardMap();
  for (let n = 1; n <= columns; n += 1) run(board, columnOp(n));
  for (let n = 1; n <= cards; n += 1) run(board, cardOp(n, ((n - 1) % columns) + 1));
  return board;
}

/** A card with these values, as the reducer would have made it. */
export function testCard(more: Partial<Card> = {}): Card {
  const [made] = dealt(1, 1).cards.values();
  if (!made) throw new Error("no card was dealt");
  return { ...made, ...more };
}

const card = fc.integer({ min: 1, max: 12 }).map((n) => testId("crd", n));
const column = fc.integer({ min: 1, max: 4 }).map((n) => testId("col", n));
const spot = { after: fc.option(card), before: fc.option(card) };
const columnSpot = { after: fc.option(column), before: fc.option(column) };
const tag = fc.constantFrom("EXE", "Structure", "Devis", "Visa");
const delta = fc.record({
  add: fc.array(tag, { maxLength: 2 }),
  remove: fc.array(tag, { maxLength: 2 }),
});
const fields = {
  title: fc.constantFrom("Note de calcul", "Métré", "Visa des plans", "Réception"),
  description: fc.constantFrom("", "un\ndeux\ntrois", "un\n2\ntrois", "un\ndeux\n3", "1\ndeux"),
  priority: fc.constantFrom("none" as const, "low" as const, "urgent" as const),
  dueOn: fc.option(fc.constantFrom("2026-11-24", "2026-12-01")),
  cover: fc.option(fc.constantFrom("c1" as const, "c4" as const)),
};
const person = fc.integer({ min: 1, max: 3 }).map((n) => testId("usr", n));
const people = fc.record({
  add: fc.array(person, { maxLength: 2 }),
  remove: fc.array(person, { maxLength: 2 }),
});
const comment = fc.integer({ min: 1, max: 12 }).map((n) => testId("cmt", n));
const said = {
  text: fc.constantFrom("Vu.", "On en parle lundi", "@Tom peux-tu relire ?"),
  mentions: fc.array(
    person.map((id) => ({ id, name: "Tom" })),
    { maxLength: 2 },
  ),
};
const imported = fc.record({
  name: fc.constant("Yann Tanguy"),
  at: fc.option(fc.constant("2026-11-01T08:00:00.000Z")),
});
const optional = { requiredKeys: [] };
const file = fc.integer({ min: 1, max: 4 }).map((n) => testId("fil", n));
const files = fc.record({
  add: fc.array(
    file.map((id) => ({ id, name: "plan.png", size: 9, type: "image/png" })),
    { maxLength: 2 },
  ),
  remove: fc.array(file, { maxLength: 2 }),
});
const cover = fc.option(fc.constantFrom("c1", "c4", testId("fil", 1), testId("fil", 2)));
const set = fc.record({ ...fields, cover }, { requiredKeys: [] });
const list = fc.integer({ min: 1, max: 3 }).map((n) => testId("lst", n));
const item = fc.integer({ min: 1, max: 4 }).map((n) => testId("itm", n));
/** Cards whose checklists people write in: few of them, so that they meet on the same lines. */
const listed = fc.integer({ min: 1, max: 3 }).map((n) => testId("crd", n));
const color = fc.option(fc.constantFrom("c1" as const, "c2" as const, "c3" as const));
const lines = {
  list,
  text: fc.constantFrom("Relire", "Renforcer le voile", "Envoyer"),
  done: fc.boolean(),
  after: fc.option(item),
  before: fc.option(item),
};
/** Checklists of a card: few of them, so that people meet on the same ones. */
const parts = {
  checklists: fc.dictionary(
    list,
    fc.option(
      fc.record({ name: fc.constantFrom("", "Avant envoi"), after: fc.option(list) }, optional),
    ),
    { maxKeys: 1 },
  ),
  items: fc.dictionary(item, fc.option(fc.record(lines, optional), { freq: 6 }), { maxKeys: 3 }),
};
/** Links that a card keeps alone: with cards of two other boards, and with two notes. */
const alone = fc.oneof(
  fc.record({
    kind: fc.constant("card.link"),
    card: listed,
    other: listed,
    board: fc.integer({ min: 7, max: 8 }).map((n) => testId("brd", n)),
    relation: fc.option(fc.constantFrom("blocks" as const, "blocked_by" as const)),
  }),
  fc.record({
    kind: fc.constant("card.link"),
    card: listed,
    other: fc.integer({ min: 1, max: 2 }).map((n) => testId("not", n)),
    relation: fc.option(fc.constant("relates" as const)),
  }),
);
const kind = <K extends string>(name: K) => fc.constant(name);

/** A card of another board. */
const elsewhere = fc.record({ board: fc.constant(testId("brd", 7)), card: listed });

/** Any op over a dozen cards and four columns, so that ops meet often. */
export const anyOp: fc.Arbitrary<Op> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: kind("card.create"),
      card,
      column,
      ...spot,
      fields: fc.record(fields, { requiredKeys: ["title"] }),
    }),
  },
  fc.record({
    kind: kind("card.create"),
    card,
    column,
    ...spot,
    fields: fc.record(fields, { requiredKeys: ["title"] }),
    from: elsewhere,
  }),
  fc.record({ kind: kind("card.archive"), card, to: elsewhere }),
  { weight: 5, arbitrary: fc.record({ kind: kind("card.move"), card, column, ...spot }) },
  {
    weight: 4,
    arbitrary: fc.record(
      { kind: kind("card.update"), card, set, tags: delta, assignees: people, files },
      { requiredKeys: ["kind", "card", "set"] },
    ),
  },
  fc.record({ kind: kind("card.delete"), card }),
  fc.record({ kind: kind("card.restore"), card }),
  {
    weight: 5,
    arbitrary: fc.record(
      { kind: kind("card.update"), card: listed, set: fc.constant({}), ...parts },
      { requiredKeys: ["kind", "card", "set", "items"] },
    ),
  },
  fc.record({ kind: kind("card.archive"), card }),
  fc.record({ kind: kind("card.unarchive"), card }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: kind("card.link"),
      card,
      other: card,
      relation: fc.option(
        fc.constantFrom("blocks" as const, "blocked_by" as const, "relates" as const),
      ),
    }),
  },
  alone,
  fc.record({ kind: kind("column.archive"), column }),
  fc.record({ kind: kind("column.unarchive"), column }),
  fc.record({ kind: kind("tag.color"), tag, color }),
  fc.record({ kind: kind("tag.rename"), tag, to: tag }),
  fc.record({ kind: kind("card.watch"), card, on: fc.boolean() }),
  {
    weight: 2,
    arbitrary: fc.record(
      { kind: kind("comment.create"), comment, card, ...said, imported },
      { requiredKeys: ["kind", "comment", "card", "text", "mentions"] },
    ),
  },
  fc.record({ kind: kind("comment.update"), comment, ...said }),
  fc.record({ kind: kind("comment.delete"), comment }),
  fc.record({ kind: kind("comment.restore"), comment }),
  fc.record({
    kind: kind("column.create"),
    column,
    ...columnSpot,
    fields: fc.record({ name: fc.constantFrom("À faire", "Validation") }),
  }),
  fc.record({
    kind: kind("column.update"),
    column,
    set: fc.record(
      {
        name: fc.constantFrom("Todo", "Done"),
        wipLimit: fc.constantFrom(null, 3),
        wipBlock: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ kind: kind("column.move"), column, ...columnSpot }),
  fc.record({ kind: kind("column.delete"), column, moveTo: fc.option(column) }),
  fc.record({ kind: kind("column.restore"), column }),
) as fc.Arbitrary<Op>;

function sorted<T extends { id: string }>(rows: Iterable<T>): object[] {
  return [...rows]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((row) => Object.fromEntries(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

/** Every record of a board by id, without layers: two boards that are alike print alike. */
export function contents(board: BoardMap): unknown {
  const { columns, cards, tags } = board;
  return {
    columns: sorted(columns.values()),
    cards: sorted(cards.values()),
    tags: sorted(tags.values()),
  };
}
