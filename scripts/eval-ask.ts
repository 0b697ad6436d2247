import { join } from "node:path";
import { parseArgs } from "node:util";
import { deterministicSum, deterministicTable } from "#bench/ask/deterministic-figures.ts";
import { judge, type Judged } from "#bench/ask/deterministic.ts";
import { evaluateModel, replayRecordings } from "#bench/ask/eval-model.ts";
import { SETS } from "#bench/ask/sets.ts";
import { askTable, type AskTable } from "#bench/ask/tables.ts";
import { render } from "#bench/lib/table.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { ROOT } from "./lib/paths.ts";

// npm run eval:ask [-- --set ventes] [-- --limit 5] [-- --wrong]: what the parts of asking that need no model get right, then the
// recorded conversations of bench/ask/recordings (--replay FOLDER), scored. Ends with an error when a share falls below what it
// reached before or a replay does not score as it must. With --model NAME a real one is asked instead of the recordings
// (ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL); --record FOLDER keeps what was said.
const { values } = parseArgs({
  options: {
    set: { type: "string" },
    limit: { type: "string" },
    wrong: { type: "boolean", default: false },
    model: { type: "string" },
    replay: { type: "string", default: join(ROOT, "bench/ask/recordings") },
    record: { type: "string" },
  },
});
const limit = Number(values.limit ?? Infinity);
if (!(limit > 0)) throw new Error("--limit is a number of questions of each set");
const sets = SETS.filter(({ name }) => !values.set || values.set === name).map((set) => ({
  ...set,
  questions: set.questions.slice(0, limit),
}));
if (sets.length === 0)
  throw new Error(`--set is one of ${SETS.map(({ name }) => name).join(", ")}`);

const engine = await nodeEngine();
const tables = new Map<string, AskTable[]>();
const judgedBySet: [string, Judged[]][] = [];
for (const set of sets) {
  const own: AskTable[] = [];
  for (const file of set.files) own.push(await askTable(engine, file));
  tables.set(set.name, own);
  const judged: Judged[] = [];
  for (const question of set.questions) {
    const one = await judge(engine, question, own);
    judged.push(one);
    if (values.wrong && !one.first && !one.abstained)
      console.log(`${question.id} ${JSON.stringify(one)} ${question.ask}`);
  }
  judgedBySet.push([set.name, judged]);
}
console.log(render(deterministicTable(judgedBySet)));
const { line, short } = deterministicSum(judgedBySet.flatMap(([, judged]) => judged));

const asked = { engine, sets, tables, record: values.record, wrong: values.wrong };
const held = await (values.model === undefined
  ? replayRecordings({ ...asked, folder: values.replay })
  : evaluateModel({ ...asked, model: values.model }));
engine.terminate();
const failed = [...(limit === Infinity ? short : []), ...held.failed];
const verdict = failed.length > 0 ? `FAILED (${failed.join(", ")})` : "passed";
console.log(`eval:ask: ${verdict}: ${line}; ${held.line}`);
process.exit(failed.length > 0 ? 1 : 0);
