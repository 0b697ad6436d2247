import { expect, test } from "vitest";
import { ClientMessage } from "./messages.ts";
import { Op } from "./ops.ts";
import { LIMITS } from "./protocol.ts";
import { cardOp, testId } from "./testing.ts";

const push = (ops: unknown[]) => ({ kind: "push", acked: 0, ops });

test("a push keeps its ops unread, so that a bad one can be refused alone", () => {
  const ops = [{ seq: 1, base: 0, op: { kind: "nonsense" } }];
  expect(ClientMessage.parse(push(ops))).toMatchObject({ ops });
});

test("a push of nothing or of too much is refused", () => {
  const many = Array.from({ length: LIMITS.opsPerPush + 1 }, (_, i) => ({
    seq: i + 1,
    base: 0,
    op: cardOp(i),
  }));
  expect(ClientMessage.safeParse(push([])).success).toBe(false);
  expect(ClientMessage.safeParse(push(many)).success).toBe(false);
});

test("unknown keys are refused at every depth", () => {
  const good = cardOp(1) as Extract<Op, { kind: "card.create" }>;
  expect(Op.safeParse(good).success).toBe(true);
  expect(Op.safeParse({ ...good, userId: "usr_x" }).success).toBe(false);
  expect(Op.safeParse({ ...good, fields: { ...good.fields, rank: "a0" } }).success).toBe(false);
  expect(ClientMessage.safeParse({ ...push([good]), role: "owner" }).success).toBe(false);
});

test("ids of another kind, blank titles and impossible dates are refused", () => {
  const good = cardOp(1) as Extract<Op, { kind: "card.create" }>;
  const bad = (fields: object) => Op.safeParse({ ...good, fields: { title: "x", ...fields } });
  expect(Op.safeParse({ ...good, card: testId("col", 1) }).success).toBe(false);
  expect(bad({ title: "  " }).success).toBe(false);
  expect(bad({ dueOn: "2026-02-30" }).success).toBe(false);
  expect(bad({ clientId: testId("usr", 1) }).success).toBe(false);
});
