import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { column, day, many, readFile } from "#web/features/analytics/testing/read-text.ts";
import type { Engine } from "./engine.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
}, 30_000);
afterAll(() => engine.terminate());

describe("years of two digits among those of four", () => {
  it.each([
    ["dd/mm/yyyy", "25/08/26", "25/08/2026"],
    ["dd-mm-yyyy with a time", "25-08-26 10:30", "25-08-2026 10:30"],
  ])("are read as those of this century: %s", async (_, short, long) => {
    for (const at of [3, 30_000]) {
      const read = await readFile(
        engine,
        `d;n\n${many(40_000, (row) => `${row === at ? short : long};${row}`)}\n`,
      );
      expect(read.rejected).toBe(0);
      expect(new Set(column(read, "d")).size).toBe(1);
      expect(new Date(column(read, "d")[0] as number).getUTCFullYear()).toBe(2026);
    }
  });

  it("are read in halves, whichever are more", async () => {
    const read = await readFile(
      engine,
      `d;n\n${many(9, (row) => `${row % 2 ? "25/08/26" : "25/08/2026"};${row}`)}\n`,
    );
    expect(new Set(column(read, "d"))).toEqual(new Set([day("2026-08-25")]));
  });

  it("are set aside where the year comes first, as they could be days, and the page says that the column was read anew", async () => {
    const read = await readFile(
      engine,
      `d;n\n${many(40_000, (row) => `${row === 30_000 ? "26-05-01" : "2026-05-01"};${row}`)}\n`,
    );
    expect(read.rejects.map(({ raw }) => raw)).toEqual(["26-05-01;30000"]);
    expect(read.repairs).toEqual([{ code: "years", column: "d" }]);
    expect(new Set(column(read, "d"))).toEqual(new Set([day("2026-05-01")]));
  });
});
