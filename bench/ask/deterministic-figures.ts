import type { Table } from "#bench/lib/table.ts";
import type { Judged, Share } from "./deterministic.ts";

const sum = (shares: readonly Share[]): Share => ({
  right: shares.reduce((all, { right }) => all + right, 0),
  of: shares.reduce((all, { of }) => all + of, 0),
});
const count = (list: readonly (boolean | null)[]): Share => {
  const asked = list.filter((one) => one !== null);
  return { right: asked.filter(Boolean).length, of: asked.length };
};
const percent = ({ right, of }: Share) => (of === 0 ? 100 : (100 * right) / of);
const written = (share: Share) => `${Math.round(percent(share))} % (${share.right}/${share.of})`;

/** Measures in the order of the table, with the per cent below which none may fall. An answer is asked of questions that have one. */
const MEASURES: readonly [name: string, least: number, of: (all: readonly Judged[]) => Share][] = [
  ["columns", 65, (all) => sum(all.map(({ columns }) => columns))],
  ["values", 90, (all) => sum(all.map(({ values: found }) => found))],
  ["chart", 92, (all) => count(all.map(({ chart }) => chart))],
  [
    "first offer",
    38,
    (all) => count(all.map((one) => (one.abstained === null ? one.first : null))),
  ],
  [
    "any offer",
    38,
    (all) => count(all.map((one) => (one.abstained === null ? one.offered : null))),
  ],
  ["abstained", 100, (all) => count(all.map(({ abstained }) => abstained))],
];

/** What needs no model, by set. */
export function deterministicTable(sets: readonly (readonly [string, readonly Judged[]])[]): Table {
  return {
    title: "What needs no model, by set",
    columns: ["", "questions", ...MEASURES.map(([name]) => name)],
    rows: sets.map(([name, judged]) => [
      name,
      judged.length,
      ...MEASURES.map(([, , of]) => written(of(judged))),
    ]),
  };
}

/** All sets in one line, and the measures that fell below what they reached before. */
export function deterministicSum(all: readonly Judged[]): { line: string; short: string[] } {
  const figures = MEASURES.map(([name, , of]) => `${name} ${written(of(all))}`).join(", ");
  return {
    line: `${all.length} questions without a model: ${figures}`,
    short: MEASURES.filter(([, least, of]) => percent(of(all)) < least).map(([name]) => name),
  };
}
