import { expect, test } from "vitest";
import type { Pending } from "#domain/boards/fold.ts";
import type { Result } from "#domain/boards/messages.ts";
import { cardOp, testId } from "#domain/boards/testing.ts";
import { createQueue } from "./queue.ts";

const ops = (count: number, from = 1): Pending[] =>
  Array.from({ length: count }, (_, i) => {
    return { seq: from + i, base: 0, op: cardOp(from + i), at: "2026-11-21T10:00:00.000Z" };
  });
const noop = (seq: number): Result => ({ seq, version: 1, outcome: "noop" });

test("a long queue goes out in pushes of two hundred, and no more until answers come", () => {
  const queue = createQueue();
  queue.add(ops(1000));
  const sizes: (number | undefined)[] = [];
  for (let i = 0; i < 6; i += 1) sizes.push(queue.nextPush(0)?.ops.length);
  expect(sizes).toEqual([200, 200, 200, 200, undefined, undefined]);
  queue.answer(noop(1));
  expect(queue.nextPush(1)?.ops[0]?.seq).toBe(801);
});

test("a push stays below the frame limit, and one big op goes alone", () => {
  const queue = createQueue();
  const description = "x".repeat(60_000);
  const big = ops(6).map((item): Pending => {
    const op = {
      kind: "card.update" as const,
      card: testId("crd", item.seq),
      set: { description },
    };
    return { ...item, op };
  });
  queue.add(big);
  expect(queue.nextPush(0)?.ops.map((op) => op.seq)).toEqual([1, 2]);
  expect(queue.nextPush(0)?.ops.map((op) => op.seq)).toEqual([3, 4]);
});

test("after a lost connection what has no answer goes out again, in order", () => {
  const queue = createQueue();
  queue.add(ops(3));
  queue.nextPush(0);
  queue.answer(noop(2));
  queue.resend();
  expect(queue.nextPush(0)?.ops.map((op) => op.seq)).toEqual([1, 3]);
});

test("a second answer to the same op is none", () => {
  const queue = createQueue();
  queue.add(ops(1));
  expect(queue.answer(noop(1))?.seq).toBe(1);
  expect(queue.answer(noop(1))).toBeNull();
  queue.tidy(1);
  expect(queue.waiting()).toEqual([]);
});

test("ops of an earlier visit can't be withdrawn: they may have been sent", () => {
  const queue = createQueue();
  queue.add(ops(1), true);
  queue.add(ops(1, 2));
  expect(queue.withdraw([1, 2])).toBe(false);
  expect(queue.withdraw([2])).toBe(true);
});
