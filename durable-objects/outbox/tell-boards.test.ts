import { expect, test } from "vitest";
import type { OutboxRow } from "./core.ts";
import { boardStateOf, tellBoards, type BoardState } from "./tell-boards.ts";

function row(type: string, after: OutboxRow["after"]): OutboxRow {
  return {
    seq: 1,
    type,
    topic: "boards",
    permission: "boards.read",
    entity: "board",
    entityId: "brd_1",
    actorId: "usr_1",
    actorName: "Claire",
    at: "2026-11-24T09:00:00.000Z",
    after,
  };
}

test("archiving and bringing back are told, a new name is not", () => {
  const at = { archivedAt: "2026-11-24T09:00:00.000Z" };
  expect(boardStateOf(row("board.archived", at))).toEqual({ board: "brd_1", archived: true });
  const back = boardStateOf(row("board.restored", { archivedAt: null }));
  expect(back).toEqual({ board: "brd_1", archived: false });
  expect(boardStateOf(row("board.updated", { archivedAt: null }))).toBeNull();
});

test("a board that can't be reached waits for the next time and holds up no other", async () => {
  const waiting = new Map<string, BoardState>(
    ["brd_1", "brd_2"].map((board) => [board, { board, archived: true }]),
  );
  let away = "brd_1";
  const failed: string[] = [];
  const deps = {
    waiting: () => [...waiting.values()],
    tell: async ({ board }: BoardState) => {
      if (board === away) throw new Error("evicted");
    },
    told: ({ board }: BoardState) => void waiting.delete(board),
    failed: ({ board }: BoardState) => void failed.push(board),
  };
  expect(await tellBoards(deps)).toBe(false);
  expect([...waiting.keys()]).toEqual(["brd_1"]);
  away = "";
  expect(await tellBoards(deps)).toBe(true);
  expect([...waiting.keys()]).toEqual([]);
  expect(failed).toEqual(["brd_1"]);
});
