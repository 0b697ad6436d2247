import { expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { found } from "./found.ts";
import { prepare, readMeta, spendTicket } from "./storage.ts";
import { memoryStorage, testBoard } from "./testing.ts";

test("a board is founded once: later callers find what was founded first", () => {
  const storage = testBoard(2);
  const meta = found(storage, {
    organization: testId("org", 2),
    binding: "SLOT_1",
    board: testId("brd", 2),
    epoch: "epo_other",
    userId: testId("usr", 2),
    origin: null,
    at: "2026-11-22T10:00:00.000Z",
    columns: [],
  });
  expect(meta).toMatchObject({
    organization: testId("org", 1),
    board: testId("brd", 1),
    version: 2,
  });
});

test("a board that was never founded has no meta", () => {
  const storage = memoryStorage();
  prepare(storage);
  prepare(storage);
  expect(readMeta(storage)).toBeNull();
});

test("a ticket opens once", () => {
  const storage = testBoard();
  expect(spendTicket(storage, "tkt_1", 2000, 1000)).toBe(true);
  expect(spendTicket(storage, "tkt_1", 2000, 1500)).toBe(false);
  expect(spendTicket(storage, "tkt_2", 4000, 3000)).toBe(true);
});
