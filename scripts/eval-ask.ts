import { parseArgs } from "node:util";
import { judge, type Judged, type Share } from "#bench/ask/deterministic.ts";
import { SETS } from "#bench/ask/sets.ts";
import { askTable } from "#bench/ask/tables.ts";
import { render } from "#bench/lib/table.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";

// npm run eval:ask [-- --set ventes] [-- --wrong]: what the parts of asking that need no model get right, by the questions of
// bench/ask. Ends with an error when one falls below what it reached before.
const { values } = parseArgs({ options: { set: { type: "string" }, wrong: { type: "boolean" } } });

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

const engine = await nodeEngine();
const all: Judged[] = [];
const rows: string[][] = [];
for (const set of SETS.filter(({ name }) => !values.set || values.set === name)) {
  const tables = [];
  for (const file of set.files) tables.push(await askTable(engine, file));
  const judged: Judged[] = [];
  for (const question of set.questions) {
    const one = await judge(engine, question, tables);
    judged.push(one);
    if (values.wrong && !one.first && !one.abstained)
      console.log(`${question.id} ${JSON.stringify(one)} ${question.ask}`);
  }
  all.push(...judged);
  rows.push([set.name, String(judged.length), ...MEASURES.map(([, , of]) => written(of(judged)))]);
}
engine.terminate();

console.log(
  render({
    title: "What needs no model, by set",
    columns: ["", "questions", ...MEASURES.map(([name]) => name)],
    rows,
    notes: [],
  }),
);
const short = MEASURES.filter(([, least, of]) => percent(of(all)) < least);
const figures = MEASURES.map(([name, , of]) => `${name} ${written(of(all))}`).join(", ");
const verdict = short.length > 0 ? `FAILED (${short.map(([name]) => name).join(", ")})` : "passed";
console.log(`eval:ask: ${verdict}: ${all.length} questions without a model: ${figures}`);
process.exit(short.length > 0 ? 1 : 0);
