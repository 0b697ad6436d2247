import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { readFile } from "#web/features/analytics/testing/read-text.ts";
import type { Engine } from "./engine.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
}, 30_000);
afterAll(() => engine.terminate());

describe("records of separators alone", () => {
  it.each(["a;b;m\n", "a;b;m €\n"])(
    "are left out and listed, whatever else is: %j",
    async (head) => {
      const cell = head.includes("€") ? "3,50 €" : "3,5";
      const read = await readFile(
        engine,
        `${head}x;1;${cell}\n;;\ny;2;${cell}\nz;3;${cell}\n;;\n"";;\n`,
      );
      expect(read.result.rows).toHaveLength(3);
      expect(read.rows).toBe(3);
      expect(read.rejects.map(({ line, reason }) => [line, reason.code])).toEqual([
        [3, "blank"],
        [6, "blank"],
        [7, "blank"],
      ]);
    },
  );

  it("stay where they say that there is nothing, and in a file of one column", async () => {
    const read = await readFile(engine, "a;b\nx;1\nN/A;N/A\ny;2\n;\n");
    expect(read.rows).toBe(4);
    expect((await readFile(engine, "a\nx\ny\n")).rejected).toBe(0);
  });
});
