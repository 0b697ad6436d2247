import { expect, it } from "vitest";
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
  const answered = { pending: pending(op), result: { seq: 4, version: 5, ...result } as Result };
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
