import { afterAll, beforeAll, expect, it } from "vitest";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { column, many, readFile } from "#web/features/analytics/testing/read-text.ts";
import type { Engine } from "./engine.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
}, 30_000);
afterAll(() => engine.terminate());

it.each([
  ["comma", "1,234.56 €", "12,50 €"],
  ["comma", "12.5 €", "1.234,50 €"],
  ["point", "12,5 €", "12.50 €"],
  ["point", "1.234,56 €", "1,234.50 €"],
] as const)(
  "sets aside, in a column of %ss with units, what is of the other style: %s",
  async (_, odd, even) => {
    const cell = (at: number): string => (at === 30_000 ? odd : even);
    const read = await readFile(
      engine,
      `montant\tn\n${many(40_000, (at) => `${cell(at)}\t${at}`)}\n`,
    );
    expect(read.rejects.map(({ raw }) => raw)).toEqual([`${odd}\t30000`]);
    expect(new Set(column(read, "montant")).size).toBe(1);
  },
);
