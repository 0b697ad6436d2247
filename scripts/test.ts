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

const tallies = await Promise.all(STATIC.map(take));
const projects = ["pure", "workerd", "web"].map((name) => project(name));
for (const one of values["no-browser"] ? projects : [...projects, ...BROWSER]) {
  tallies.push(await take(one));
}
const { line, status } = verdict(sum(tallies));
console.log(line);
process.exitCode = status;
