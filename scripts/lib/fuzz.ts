import { parseArgs } from "node:util";
import { runSuite, type SuiteOutcome } from "./suite.ts";

/** A fuzz command: the suite that it runs at length, and how its last line sums up. */
export interface FuzzCommand {
  name: string;
  file: string;
  /** The project of vitest that the suite is in; workerd unless told. */
  project?: "workerd" | "pure";
  /** How many are meant by "all of it" when nothing is asked for. */
  runs: number;
  /** What they are called on the command line; `--runs` unless told. */
  count?: "runs" | "seeds";
  summary(figures: Record<string, number>): string;
}

/** The table of what was counted, one line a figure. */
export function figuresText(figures: Record<string, number>): string {
  const width = Math.max(0, ...Object.keys(figures).map((name) => name.length));
  const lines = Object.entries(figures).map(
    ([name, value]) => `${name.padEnd(width)}  ${value.toLocaleString("en-US").padStart(9)}`,
  );
  return lines.join("\n");
}

/** Exit status and last line. A run that counted nothing has shown nothing, so it fails. */
export function verdictOf(
  command: Pick<FuzzCommand, "name" | "summary">,
  outcome: SuiteOutcome,
): { line: string; status: 0 | 1 } {
  const broken = outcome.failed > 0 || outcome.failures.length > 0;
  if (!broken && outcome.passed > 0 && Object.keys(outcome.figures).length > 0) {
    return { line: `${command.name}: passed: ${command.summary(outcome.figures)}`, status: 0 };
  }
  return { line: `${command.name}: FAILED: ${outcome.failures.length} failures`, status: 1 };
}

/** Runs a fuzz command with `--runs N` (or `--seeds N`) and `--seed N` from the command line, and sets the exit status. */
export async function fuzz(command: FuzzCommand): Promise<void> {
  const { count = "runs" } = command;
  const { values } = parseArgs({
    options: { [count]: { type: "string" }, seed: { type: "string" } },
  });
  const runs = Number(values[count] ?? command.runs);
  if (!Number.isInteger(runs) || runs < 1)
    throw new Error(`--${count} takes a whole number from 1 on`);
  process.env["FUZZ_RUNS"] = String(runs);
  if (values.seed !== undefined) process.env["FUZZ_SEED"] = values.seed;
  const started = performance.now();
  const outcome = await runSuite([command.file], command.project);
  const { line, status } = verdictOf(command, outcome);
  for (const failure of outcome.failures) console.error(failure);
  console.log(figuresText(outcome.figures));
  console.log(`${line} (${Math.round((performance.now() - started) / 1000)} s)`);
  process.exit(status);
}
