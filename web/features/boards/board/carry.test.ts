import { describe, expect, it, vi } from "vitest";
import { createCarry } from "./carry.ts";

function board() {
  const lanes: Record<string, string[]> = { todo: ["a", "b", "c"], doing: ["d"], done: [] };
  const drop = vi.fn<(card: string, landing: { columnId: string; index: number }) => void>();
  const carry = createCarry({
    lanes: () => [],
    columns: () => Object.keys(lanes),
    cards: (column) => lanes[column] ?? [],
    columnOf: (card) => Object.keys(lanes).find((column) => lanes[column]?.includes(card)),
    drop,
  });
  return { carry, drop };
}

describe("carrying by keyboard", () => {
  it("starts where the card is", () => {
    expect(board().carry.lift("b")).toEqual({ card: "b", columnId: "todo", index: 1 });
  });

  it("moves within and across columns and stops at the edges", () => {
    const { carry } = board();
    carry.lift("b");
    expect(carry.step("down")).toMatchObject({ columnId: "todo", index: 2 });
    expect(carry.step("down")).toMatchObject({ columnId: "todo", index: 2 });
    expect(carry.step("right")).toMatchObject({ columnId: "doing", index: 1 });
    expect(carry.step("right")).toMatchObject({ columnId: "done", index: 0 });
    expect(carry.step("right")).toMatchObject({ columnId: "done", index: 0 });
    expect(carry.step("up")).toMatchObject({ columnId: "done", index: 0 });
  });

  it("drops where it is, or changes nothing", () => {
    const { carry, drop } = board();
    carry.lift("a");
    carry.step("right");
    carry.end(false);
    expect(drop).not.toHaveBeenCalled();
    carry.lift("a");
    carry.step("right");
    carry.end(true);
    expect(drop).toHaveBeenCalledExactlyOnceWith(
      "a",
      expect.objectContaining({ columnId: "doing", index: 0 }),
    );
    expect(carry.carried()).toBeNull();
  });

  it("does nothing for a card that is gone", () => {
    const { carry } = board();
    expect(carry.lift("zzz")).toBeNull();
    expect(carry.step("up")).toBeNull();
    expect(carry.end(true)).toBeNull();
  });

  it("goes on from row to row beyond the ends of a cell, and tells the row that it left", () => {
    const cells: Record<string, string[]> = { high: ["a"], low: ["b", "c"] };
    const drop = vi.fn<(card: string, landing: object, from?: string) => void>();
    const carry = createCarry({
      lanes: () => ["high", "low"],
      columns: () => ["todo"],
      cards: (_column, lane) => cells[lane ?? ""] ?? [],
      columnOf: () => "todo",
      drop,
    });
    carry.lift("a", "high");
    expect(carry.step("down")).toMatchObject({ lane: "low", index: 0 });
    expect(carry.step("down")).toMatchObject({ lane: "low", index: 1 });
    expect(carry.step("up")).toMatchObject({ lane: "low", index: 0 });
    expect(carry.step("up")).toMatchObject({ lane: "high", index: 0 });
    expect(carry.step("up")).toMatchObject({ lane: "high", index: 0 });
    carry.step("down");
    carry.end(true);
    expect(drop).toHaveBeenCalledExactlyOnceWith(
      "a",
      expect.objectContaining({ columnId: "todo", lane: "low", index: 0 }),
      "high",
    );
  });
});
