import { expect, it, test } from "vitest";
import { boardMap } from "#domain/boards/board-map.ts";
import type { LoggedOp, Result } from "#domain/boards/messages.ts";
import type { Card } from "#domain/boards/model.ts";
import type { Op } from "#domain/boards/ops.ts";
import { testId } from "#domain/boards/testing.ts";
import { noteOf, replacedNotes } from "./note.ts";

const at = "2026-11-21T10:00:00.000Z";
const card = testId("crd", 1);
const write: Op = { kind: "card.update", card, set: { title: "Plans" } };
const place = { column: testId("col", 1), after: null, before: null };
const move: Op = { kind: "card.move", card, ...place };
const overwrote = [{ id: card, register: "title", value: "Plan", version: 3 }];
const pending = (op: Op) => ({ seq: 4, base: 1, op, at });

it.each<[string, Op, Partial<Result>, object | null]>([
  [
    "a refused text",
    write,
    { outcome: "rejected", reason: "card_deleted" },
    { reason: "card_deleted", overwrote: [] },
  ],
  [
    "a refused move, which holds nothing written",
    move,
    { outcome: "rejected", reason: "card_gone" },
    null,
  ],
  ["a replaced value", write, { outcome: "rebased", overwrote }, { reason: null, overwrote }],
  [
    "a move that replaced another",
    move,
    { outcome: "rebased", overwrote },
    { reason: null, overwrote },
  ],
  ["an op that came a little otherwise", move, { outcome: "rebased", overwrote: [] }, null],
  ["an op that was taken", write, { outcome: "applied" }, null],
])("%s", (_what, op, result, left) => {
  const answered = {
    pending: pending(op),
    result: { seq: 4, version: 5, changes: [], ...result } as Result,
  };
  const wanted = left && { id: "tab-1:4", at, op, ...left };
  expect(noteOf("tab-1", answered)).toEqual(wanted);
});

const held = { title: "À moi", columnId: "col_1", rank: "a0" };
const board = { ...boardMap(), cards: new Map([[card, { ...held, id: card } as unknown as Card]]) };
const logged = (replaced: Record<string, string> | undefined, userId = "usr_b"): LoggedOp => ({
  version: 9,
  client: "tab-b",
  seq: 1,
  userId,
  at,
  opKind: "card.update",
  changes: [
    { entity: "card", id: card, set: { title: "À elle" }, ...(replaced ? { replaced } : {}) },
  ],
});
const lost = (register: string, value: unknown) => ({ id: card, register, value, version: 9 });

it.each([
  ["one's own value", logged({ title: "usr_a" }), [lost("title", "À moi")]],
  [
    "one's own place",
    logged({ position: "usr_a" }),
    [lost("position", { columnId: "col_1", rank: "a0" })],
  ],
  ["somebody else's value", logged({ title: "usr_c" }), []],
  ["a value that was seen", logged(undefined), []],
  ["a value that one replaced oneself, elsewhere", logged({ title: "usr_a" }, "usr_a"), []],
])("replaced by another: %s", (_what, op, values) => {
  const notes = replacedNotes(op, "usr_a", board);
  expect(notes.flatMap(({ overwrote: all }) => all)).toEqual(values);
  for (const note of notes) expect(note).toMatchObject({ reason: null, by: "usr_b", op: { card } });
});

test("a value that gave way bears the name of whose it was", () => {
  const changes = [
    { entity: "card", id: card, set: { title: "Plans" }, replaced: { title: "usr_b" } },
  ];
  const result = { seq: 4, version: 5, outcome: "rebased", changes, overwrote, inverse: [], at };
  const note = noteOf("tab-1", { pending: pending(write), result: result as Result });
  expect(note?.overwrote).toMatchObject([{ value: "Plan", author: "usr_b" }]);
});

test("what was refused on a deleted card bears the name of who deleted it", () => {
  const result = { seq: 4, version: 5, outcome: "rejected", reason: "card_deleted", by: "usr_b" };
  const note = noteOf("tab-1", { pending: pending(write), result: result as Result });
  expect(note).toMatchObject({ reason: "card_deleted", by: "usr_b" });
});

test("a card deleted over this person's writing leaves all of it in one note", () => {
  const comment = testId("cmt", 1);
  const items = { itm_1: { text: "Relever les cotes" } };
  const kept = { ...held, number: 4, items, id: card } as unknown as Card;
  const comments = new Map([[comment, { id: comment, text: "Prêt ?" } as never]]);
  const full = { ...boardMap(), cards: new Map([[card, kept]]), comments };
  const replaced = {
    title: "usr_a",
    "items.itm_1": "usr_a",
    [comment]: "usr_a",
    dueOn: "usr_c",
  };
  const change = { entity: "card" as const, id: card, set: { deleted: true }, replaced };
  const [note, ...more] = replacedNotes({ ...logged(undefined), changes: [change] }, "usr_a", full);
  expect(more).toEqual([]);
  expect(note).toMatchObject({
    reason: "card_deleted",
    by: "usr_b",
    op: { kind: "card.restore", card },
    card: { number: 4, title: "À moi" },
    overwrote: [
      { register: "title", value: "À moi" },
      { register: "items.itm_1", value: { text: "Relever les cotes" } },
      { id: comment, register: "text", value: "Prêt ?" },
    ],
  });
});
