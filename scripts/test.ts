import { parseArgs } from "node:util";
import { BROWSER, project, STATIC, type Step } from "./lib/steps.ts";
import { sum, verdict, type Tally } from "./lib/tally.ts";

// npm test: everything. npm run verify: everything but the browser. The last line is the verdict.
const { values } = parseArgs({ options: { "no-browser": { type: "boolean", default: false } } });

async function take(one: Step): Promise<Tally> {
  const started = performance.now();
  const { tally, output } = await one.run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (tally.failed > 0)
    console.log(`${"─".repeat(20)} ${one.name}\n${output.trim()}\n${"─".repeat(20)}`);
  const tests = tally.passed + tally.failed > 1 || tally.passed > 0;
  const counts = tests ? `, ${tally.passed} passed, ${tally.failed} failed` : "";
  console.log(`${tally.failed > 0 ? "✗" : "✓"} ${one.name} (${seconds} s${counts})`);
  return tally;
}

async function oneAfterAnother(steps: readonly Step[]): Promise<Tally[]> {
  const done: Tally[] = [];
  for (const one of steps) done.push(await take(one));
  return done;
}

const [build, journeys] = BROWSER;
const browser = !values["no-browser"];
const tallies = await Promise.all(STATIC.map(take));
// The tests of workerd run in one isolate, on one core: the others run beside them, and what journeys need is built meanwhile.
const beside = await Promise.all([
  oneAfterAnother([project("pure"), project("web")]),
  oneAfterAnother([project("workerd"), ...(browser ? [build] : [])]),
]);
tallies.push(...beside.flat(), ...(browser ? await oneAfterAnother([journeys]) : []));
const { line, status } = verdict(sum(tallies));
console.log(line);
process.exitCode = status;
