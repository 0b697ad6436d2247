import { afterAll, beforeAll, expect, it } from "vitest";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { readFile, type ReadFile } from "#web/features/analytics/testing/read-text.ts";
import type { Engine } from "./engine.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
}, 30_000);
afterAll(() => engine.terminate());

const many = (count: number, line: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => line(at));
const good = (at: number): string => `${at};Client ${at};${at},50`;
/** 600 lines that read, then each kind of broken one. */
const BROKEN = [
  ...many(600, good),
  ...many(60, () => "court"),
  ...many(5, (at) => `${at};X;abc`),
  ...many(4, (at) => `${at};X;1,00;trop`),
];
const text = (...more: string[]): string => ["id;nom;montant", ...BROKEN, ...more, ""].join("\n");

/** What the title counts must be what the list holds. */
const listed = ({ rejected, swallowed, emptied }: ReadFile): number =>
  rejected + swallowed.lines + emptied;

it("lists as many lines as it counts, whatever is wrong with them", async () => {
  const read = await readFile(engine, text());
  expect([read.rows, read.rejected, read.emptied]).toEqual([600, 69, 0]);
  expect(read.rejects).toHaveLength(listed(read));
});

it("lists each line that an unclosed quote swallows", async () => {
  const read = await readFile(engine, text('900;"Delorme;1,00', ...many(20, good)));
  expect([read.rows, read.rejected, read.swallowed.lines]).toEqual([600, 70, 20]);
  expect(read.rejects).toHaveLength(listed(read));
  expect(read.rejects.slice(-21, -18)).toEqual([
    { line: 671, raw: '900;"Delorme;1,00', reason: { code: "quote" } },
    { line: 672, raw: good(0), reason: { code: "swallowed", by: 671 } },
    { line: 673, raw: good(1), reason: { code: "swallowed", by: 671 } },
  ]);
  expect(read.rejects.at(-1)).toMatchObject({ line: 691, raw: good(19) });
});

it("tells rows that are kept with an empty cell from lines that are left out", async () => {
  const read = await readFile(engine, text(), { change: { badCells: "empty" } });
  expect([read.rows, read.rejected, read.emptied]).toEqual([605, 64, 5]);
  expect(read.rejects).toHaveLength(69);
});

it("lists thousands of them, for the export", async () => {
  const more = [...many(4_000, good), ...many(2_500, () => "court")];
  const read = await readFile(engine, text(...more));
  expect(read.rejected).toBe(2_569);
  expect(read.rejects).toHaveLength(2_569);
});
