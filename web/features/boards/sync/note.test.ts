import { expect, it } from "vitest";
import type { Result } from "#domain/boards/messages.ts";
import type { Op } from "#domain/boards/ops.ts";
import { testId } from "#domain/boards/testing.ts";
import { noteOf } from "./note.ts";

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
