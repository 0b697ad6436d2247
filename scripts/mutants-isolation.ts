import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./lib/paths.ts";
import { ISOLATION } from "./mutants/isolation.ts";
import { patched } from "./mutants/mutant.ts";
import { baseline, runMutants, type Fate } from "./mutants/run.ts";

// npm run mutants:isolation [-- --only words] [-- --jobs 2]: takes out each tenant check in turn; the tests must fail.
const { values } = parseArgs({
  options: { only: { type: "string", default: "" }, jobs: { type: "string", default: "2" } },
});
const mutants = ISOLATION.filter(({ name }) => name.includes(values.only));
const started = performance.now();

function line({ mutant, judgement, seconds }: Fate): string {
  const killed = judgement.kind === "failed";
  const by = killed
    ? judgement.by
    : judgement.kind === "passed"
      ? "no test noticed"
      : "no test ran";
  return `${killed ? "✓ killed  " : "✗ SURVIVED"} ${mutant.name} (${mutant.file}, ${Math.round(seconds)} s)\n             ${by}`;
}

// Every text first: a table that no longer fits the source is told at once, not after minutes.
for (const mutant of mutants) patched(mutant, (file) => readFileSync(join(ROOT, file), "utf8"));
const whole = await baseline(mutants);
if (whole.kind !== "passed") {
  console.error(whole.kind === "failed" ? `Fails as it is: ${whole.by}` : "The tests did not run");
  console.log("mutants:isolation: FAILED: the tests fail without any mutant");
  process.exit(1);
}
console.log(`${whole.tests} tests pass as it is; ${mutants.length} checks are taken out in turn`);
const fates = await runMutants(mutants, Number(values.jobs), (fate) => console.log(line(fate)));
const killed = fates.filter((fate) => fate.judgement.kind === "failed").length;
const seconds = Math.round((performance.now() - started) / 1000);
const all = killed === mutants.length && killed > 0;
console.log(
  `mutants:isolation: ${all ? "passed" : "FAILED"}: ${mutants.length} mutants, ${killed} killed (${seconds} s)`,
);
process.exitCode = all ? 0 : 1;
