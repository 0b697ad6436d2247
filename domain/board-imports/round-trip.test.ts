import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type BoardMap, boardMap } from "#domain/boards/board-map.ts";
import { Op as OpSchema } from "#domain/boards/ops.ts";
import { LIMITS } from "#domain/boards/protocol.ts";
import { anyOp, dealt, run, testId } from "#domain/boards/testing.ts";
import type { BoardFile } from "./board-file.ts";
import { draftBoard } from "./draft.ts";
import { ImportColumn, ImportPart } from "./model.ts";
import { firstOps, lastOps, partOps } from "./part-ops.ts";
import { planColumns, planParts } from "./plan.ts";
import { readFile } from "./read-file.ts";
import { CONTEXT, json } from "./testing.ts";
import { writeBoardFile } from "./write-board-file.ts";

const MEMBERS = [1, 2, 3].map((n) => {
  return { userId: testId("usr", n), name: `Membre ${n}`, email: `m${n}@morvan.example` };
});
const CLIENTS = [{ id: testId("cli", 1), company: "Lycée Jean-Perrin" }];
const TEMPLATES = Array.from({ length: 45 }, (_, i) => ({
  name: `Modèle ${i}`,
  title: i % 2 ? "" : "Visa : plans",
  description: "À viser **sous dix jours**.",
  priority: "high" as const,
  tags: ["Visa"],
  cover: i % 3 ? ("c4" as const) : null,
  dueIn: i % 4 ? i : null,
  checklists: [{ name: "Avant envoi", items: ["Relire", "Signer"] }],
}));
const NAMES = {
  title: "Études",
  prefix: "EC",
  exportedAt: "2026-11-22T10:00:00.000Z",
  person: (id: string) => MEMBERS.find(({ userId }) => userId === id) ?? null,
  client: (id: string) => CLIENTS.find((one) => one.id === id)?.company ?? null,
  note: (id: string) => (id === testId("not", 1) ? "Point chantier" : null),
  templates: TEMPLATES,
};

const card = fc.integer({ min: 1, max: 12 }).map((n) => testId("crd", n));
const person = fc.constantFrom(...MEMBERS.map(({ userId }) => userId));
const naughty = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom("=cmd", '"', "👩‍👩‍👧", "a".repeat(300)),
);
/** What the ops of everybody's tests leave out: texts as people write them, whole checklists, rules. */
const more = fc.oneof(
  fc.record({
    kind: fc.constant("card.update"),
    card,
    set: fc.record(
      {
        title: naughty,
        description: naughty,
        clientId: fc.option(fc.constant(testId("cli", 1))),
        repeat: fc.option(
          fc.constant({
            rule: "FREQ=WEEKLY",
            zone: "Europe/Paris",
            from: "2026-11-23",
            last: null,
          }),
        ),
      },
      { requiredKeys: [] },
    ),
    checklists: fc.constant({ [testId("lst", 1)]: { name: "Avant envoi" } }),
    items: fc.dictionary(
      fc.integer({ min: 5, max: 9 }).map((n) => testId("itm", n)),
      fc.record({
        list: fc.constant(testId("lst", 1)),
        text: naughty,
        done: fc.boolean(),
        assigneeId: fc.option(person),
        dueOn: fc.option(fc.constant("2026-12-01")),
      }),
      { maxKeys: 3 },
    ),
  }),
  fc.record({
    kind: fc.constant("column.update"),
    column: fc.integer({ min: 1, max: 4 }).map((n) => testId("col", n)),
    set: fc.record({ category: fc.constantFrom("doing", "done"), wipLimit: fc.constantFrom(1, 2) }),
  }),
);

/** A board as its file tells it. Cards have their numbers from the object, which there is none of here. */
function fileOf(board: BoardMap): BoardFile {
  const ids = [...board.cards.keys()].toSorted();
  const cards = ids.map((id, i) => ({ ...board.cards.get(id)!, number: i + 1 }));
  const [columns, tags] = [[...board.columns.values()], [...board.tags.values()]];
  return writeBoardFile({ columns, tags, cards, comments: [...board.comments.values()] }, NAMES);
}

/** What an import makes of a file, op by op, each as the object would take it. */
function imported(file: BoardFile): { board: BoardMap; lost: object } {
  const context = { ...CONTEXT, members: MEMBERS, clients: CLIENTS, archived: true };
  const draft = draftBoard(readFile(json(file), context.words), context);
  expect(draft.problems).toEqual([]);
  const columns = planColumns(draft, []);
  for (const column of columns) expect(ImportColumn.safeParse(column).error).toBeUndefined();
  const parts = planParts(draft, columns, 1_770_000_000_000);
  for (const part of parts) expect(ImportPart.safeParse(part).error).toBeUndefined();
  const told = parts.flatMap(({ templates = [] }) => templates.map(({ id: _id, ...one }) => one));
  expect(told).toEqual(file.templates);
  const board = boardMap();
  const all = [...firstOps(columns, draft.tags), ...parts.flatMap(partOps), ...lastOps(columns)];
  for (const { op } of all) {
    expect(OpSchema.safeParse(op).error).toBeUndefined();
    expect(JSON.stringify(op).length).toBeLessThan(LIMITS.opBytes);
    expect(run(board, op, testId("usr", 1)).outcome).toBe("applied");
  }
  return { board, lost: draft.tally.lost };
}

/** A file without what an import can't keep: numbers, hours and hands of the import itself, files, who watches, other boards, notes. */
function bare({ cards, columns, tags }: BoardFile) {
  const place = new Map(cards.map(({ reference }, i) => [reference, i]));
  return {
    columns,
    tags,
    cards: cards.map((one) => {
      const anew = { reference: "", watchers: [], files: [], picture: null, notes: [] };
      const rest = { ...one, ...anew, createdAt: null, updatedAt: null };
      const inside = rest.links.filter((link) => place.has(link.card));
      const links = inside.map((link) => `${link.relation} ${place.get(link.card)}`).toSorted();
      const comments = rest.comments.map(({ author, at, text }) => `${author.name} ${at} ${text}`);
      return { ...rest, links, comments };
    }),
  };
}

const history = fc.array(fc.oneof({ weight: 3, arbitrary: anyOp }, more), {
  minLength: 60,
  maxLength: 160,
});

const seen = {
  archived: 0,
  links: 0,
  notes: 0,
  comments: 0,
  lines: 0,
  blocked: 0,
  colors: 0,
  repeats: 0,
};

function expectSame(first: BoardFile): void {
  const again = imported(first);
  expect(bare(fileOf(again.board))).toEqual(bare(first));
  const sum = (of: (one: BoardFile["cards"][number]) => number) =>
    first.cards.reduce((total, one) => total + of(one), 0);
  // What can't be kept is told, with how much of it there is.
  expect({ files: 0, watchers: 0, pictures: 0, links: 0, ...again.lost }).toEqual({
    files: sum(({ files }) => files.length),
    watchers: sum(({ watchers }) => watchers.length),
    pictures: sum(({ picture }) => Number(picture !== null)),
    links: sum(
      ({ links, notes }) => links.filter((link) => link.card.includes("/")).length + notes.length,
    ),
  });
  seen.archived += sum(({ archived }) => Number(archived));
  seen.links += sum(({ links }) => links.length);
  seen.notes += sum(({ notes }) => notes.length);
  seen.comments += sum(({ comments }) => comments.length);
  seen.lines += sum(({ checklists }) => checklists.flatMap(({ lines }) => lines).length);
  seen.repeats += sum(({ repeat }) => Number(repeat !== null));
  seen.blocked += first.columns.filter(({ wipBlock }) => wipBlock).length;
  seen.colors += first.tags.length;
}

test("an export is read back to an equal board, whatever was done to it", () => {
  for (const ops of fc.sample(history, { numRuns: 200, seed: 7 })) {
    const board = dealt(4, 8);
    for (const op of ops) {
      const known = OpSchema.safeParse(op);
      if (known.success) run(board, known.data, testId("usr", 2));
    }
    expectSame(fileOf(board));
  }
  // The boards held all of it, many times over.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50);
});
