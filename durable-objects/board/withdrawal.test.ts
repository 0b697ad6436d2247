import { beforeEach, expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { noteProjected, pruneLog } from "./projection.ts";
import { pushOutside } from "./push-outside.ts";
import { readCard, readTag } from "./records.ts";
import { readMeta, type Storage } from "./storage.ts";
import { pushAs, testBoard } from "./testing.ts";

const IMPORT = testId("imp", 1);
const CARDS = [1, 2].map((n) => testId("crd", n));
const [ONE = "", TWO = ""] = CARDS;
const [LIST, ITEM] = [testId("lst", 1), testId("itm", 1)];

let storage: Storage;

function outside(client: string, ops: readonly unknown[]) {
  const done = pushOutside(storage, {
    client,
    fingerprint: "",
    userId: "usr_importer",
    origin: { name: "Claire", kind: "person", address: null, requestId: null },
    rights: { write: true, manage: true },
    ops: ops.map((op, i) => ({ seq: i + 1, base: Number.MAX_SAFE_INTEGER, op })),
  });
  return done?.results.map(({ outcome }) => outcome);
}

const nowhere = { after: null, before: null };
const said = (n: number, card: string) => ({
  kind: "comment.create",
  comment: testId("cmt", n),
  card,
  text: "Vu.",
  imported: { name: "Yann", at: null },
});
const undo = () =>
  outside(
    `${IMPORT}-undo-0`,
    CARDS.map((card) => ({ kind: "card.withdraw", card })),
  );

/** Two cards with a checklist, a comment each, a link between them, and one of them in the archive. */
beforeEach(() => {
  storage = testBoard();
  outside(`${IMPORT}-part-0`, [
    ...CARDS.map((card) => {
      const fields = { title: "Une" };
      return { kind: "card.create", card, column: testId("col", 1), ...nowhere, fields };
    }),
    {
      kind: "card.update",
      card: ONE,
      set: {},
      checklists: { [LIST]: { name: "Pièces" } },
      items: { [ITEM]: { list: LIST, text: "Plans", done: false } },
    },
    said(1, ONE),
    said(2, TWO),
    { kind: "card.link", card: TWO, other: ONE, relation: "blocks" },
    { kind: "card.archive", card: TWO },
    { kind: "tag.color", tag: "Permis", color: "c3" },
  ]);
});

test("cards go with all that the import made on them, also once the log has forgotten how", () => {
  // Many ops later, with everything in D1, none of the import is in the log.
  for (let n = 3; n < 40; n += 1) {
    const fields = { title: "Autre" };
    const op = { kind: "card.create", card: testId("crd", n), column: testId("col", 1), fields };
    pushAs(storage, "client_a", n - 2, [{ ...op, ...nowhere }]);
  }
  noteProjected(storage, readMeta(storage)?.version ?? 0);
  pruneLog(storage, 5);
  expect(storage.all("SELECT 1 FROM ops WHERE client LIKE 'imp%'")).toEqual([]);
  expect(undo()).toEqual(["applied", "applied"]);
  expect(CARDS.map((card) => readCard(storage, card)?.deleted)).toEqual([true, true]);
  // Said again, it has the same answers.
  expect(undo()).toEqual(["applied", "applied"]);
});

test.each([
  [
    "ticks a line",
    { kind: "card.update", card: ONE, set: {}, items: { [ITEM]: { done: true } } },
    [false, true],
  ],
  [
    "adds a line",
    {
      kind: "card.update",
      card: ONE,
      set: {},
      items: { [testId("itm", 2)]: { list: LIST, text: "Autre" } },
    },
    [false, true],
  ],
  [
    "answers a comment",
    { kind: "comment.create", comment: testId("cmt", 3), card: TWO, text: "Merci", mentions: [] },
    [true, false],
  ],
  ["brings it out of the archive", { kind: "card.unarchive", card: TWO }, [true, false]],
  [
    "ends a link, which both cards tell",
    { kind: "card.link", card: ONE, other: TWO, relation: null },
    [false, false],
  ],
])("a card stays once somebody %s", (_what, op, gone) => {
  expect(pushAs(storage, "client_b", 1, [op]).results[0]?.outcome).toBe("applied");
  expect(undo()).toEqual(gone.map((is) => (is ? "applied" : "noop")));
  expect(CARDS.map((card) => readCard(storage, card)?.deleted)).toEqual(gone);
});

test("a tag loses its colour only while it is the one that the import gave", () => {
  const back = [
    { kind: "tag.withdraw", tag: "Permis" },
    { kind: "tag.withdraw", tag: "Jamais" },
  ];
  pushAs(storage, "client_b", 1, [{ kind: "tag.color", tag: "Permis", color: "c5" }]);
  expect(outside(`${IMPORT}-undo-columns`, back)).toEqual(["noop", "noop"]);
  pushAs(storage, "client_b", 2, [{ kind: "tag.color", tag: "Permis", color: null }]);
  outside(`${IMPORT}-more`, [{ kind: "tag.color", tag: "Permis", color: "c3" }]);
  expect(outside(`${IMPORT}-undo-again`, back)).toEqual(["applied", "noop"]);
  expect(readTag(storage, "Permis")?.color).toBeNull();
});

test("another import takes nothing of this one back", () => {
  const other = testId("imp", 2);
  const ops = CARDS.map((card) => ({ kind: "card.withdraw", card }));
  expect(outside(`${other}-undo-0`, ops)).toEqual(["noop", "noop"]);
});
