import { describe, expect, test } from "vitest";
import { difference } from "./answers.ts";

describe("two answers", () => {
  test("are the same in another order, with other types of month and number", () => {
    const month = Date.UTC(2024, 0, 1);
    expect(
      difference(
        [
          [month, 12.000001],
          [Date.UTC(2024, 1, 1), 5],
        ],
        [
          ["2024-02-01", 5n],
          [new Date(month), 12],
        ],
      ),
    ).toBeNull();
    expect(difference([["Lyon", "Toit", 1_000_000.1]], [["Lyon", "Toit", 1_000_000.2]])).toBeNull();
  });

  test("differ by a missing row, another label or another figure", () => {
    expect(difference([["Lyon", 1]], [])).toBe("1 rows and 0");
    expect(difference([["Lyon", 1]], [["Annecy", 1]])).toBe("no row Lyon");
    expect(difference([["Lyon", 1]], [["Lyon", 1.1]])).toBe("Lyon: 1 and 1.1");
    expect(difference([["Lyon", 1, 2]], [["Lyon", 1]])).toContain("Lyon: 2");
  });
});
