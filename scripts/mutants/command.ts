import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../lib/paths.ts";
import { patched, type Mutant } from "./mutant.ts";
import { baseline, type Bench, runMutants, type Fate } from "./run.ts";

/** A command that takes out checks, or breaks promises, one at a time. */
export interface MutantsCommand {
  name: string;
  mutants: readonly Mutant[];
  bench: Bench;
}

function line({ mutant, judgement, seconds }: Fate): string {
  const killed = judgement.kind === "failed";
  const by = killed
    ? judgement.by
    : judgement.kind === "passed"
      ? "no test noticed"
      : "no test ran";
  return `${killed ? "✓ killed  " : "✗ SURVIVED"} ${mutant.name} (${mutant.file}, ${Math.round(seconds)} s)\n             ${by}`;
}

const tell = (fate: Fate): void => console.log(line(fate));

/** Runs the mutants that `--only` names, `--jobs` at once, and sets the exit status: every one must be noticed. */
export async function mutantsCommand({ name, mutants: all, bench }: MutantsCommand): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: "string", default: "" }, jobs: { type: "string", default: "2" } },
  });
  const mutants = all.filter((one) => one.name.includes(values.only));
  const started = performance.now();
  // Every text first: a table that no longer fits the source is told at once, not after minutes.
  for (const mutant of mutants) patched(mutant, (file) => readFileSync(join(ROOT, file), "utf8"));
  const whole = await baseline(mutants, bench);
  if (whole.kind !== "passed") {
    console.error(
      whole.kind === "failed" ? `Fails as it is: ${whole.by}` : "The tests did not run",
    );
    console.log(`${name}: FAILED: the tests fail without any mutant`);
    process.exit(1);
  }
  console.log(`${whole.tests} tests pass as it is; ${mutants.length} mutants are tried in turn`);
  const fates = await runMutants(mutants, Number(values.jobs), tell, bench);
  const killed = fates.filter((fate) => fate.judgement.kind === "failed").length;
  const seconds = Math.round((performance.now() - started) / 1000);
  const passed = killed === mutants.length && killed > 0;
  console.log(
    `${name}: ${passed ? "passed" : "FAILED"}: ${mutants.length} mutants, ${killed} killed (${seconds} s)`,
  );
  process.exitCode = passed ? 0 : 1;
}
