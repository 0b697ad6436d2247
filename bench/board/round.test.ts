import { expect, test } from "vitest";
import { together, type Round } from "./round.ts";

const round = (over: Partial<Round>): Round => ({
  ack: [1, 2],
  peer: [3],
  lag: [0],
  moves: 2,
  acked: 2,
  refused: 0,
  seen: 4,
  expected: 4,
  closed: 0,
  cpu: 0.01,
  ...over,
});

test("rounds are one pile: a bad round stays in the tail", () => {
  const result = together([round({}), round({ ack: [1, 900] })]);
  expect(result.ack).toMatchObject({ count: 4, p50: 1, p99: 900 });
  expect(result.moves).toBe(4);
  expect(result.cpuPerMove).toBeCloseTo(5);
});

test("counts what never came", () => {
  const result = together([round({ acked: 1, seen: 1 }), round({ closed: 2, refused: 1 })]);
  expect(result).toMatchObject({ lost: { acks: 1, deliveries: 3 }, closed: 2, refused: 1 });
});
