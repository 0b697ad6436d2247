import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { killRounds, type Round } from "#bench/kill/rounds.ts";

// npm run kill:boards [-- --rounds 50] [-- --writers 8]: SIGKILL of Node and workerd under writers at work on one board.
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "50" },
    writers: { type: "string", default: "8" },
  },
});
const [rounds, writers] = [Number(values.rounds), Number(values.writers)];
for (const [name, value] of Object.entries({ rounds, writers })) {
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes a number from 1 on`);
}

const count = (n: number, width: number) => n.toLocaleString("en-US").padStart(width);

function tell(round: Round, n: number): void {
  const { answers, underWay, backAfter, version, problems } = round;
  console.log(
    `${problems.length > 0 ? "✗" : "✓"} kill ${count(n, 3)}: ${count(answers, 5)} answers before, ${count(underWay, 4)} ops under way, back after ${(backAfter / 1000).toFixed(1)} s at version ${count(version, 6)}`,
  );
  for (const problem of problems.slice(0, 10)) console.log(`  ${problem}`);
}

const started = performance.now();
const state = mkdtempSync(join(tmpdir(), "aetheria-kill-"));
const outcome = await killRounds({ state, rounds, writers }, tell);
rmSync(state, { recursive: true, force: true });
for (const problem of outcome.problems.slice(0, 20)) console.log(problem);
const broken = outcome.problems.length + outcome.rounds.flatMap(({ problems }) => problems).length;
const cut = outcome.rounds.reduce((sum, { underWay }) => sum + underWay, 0);
// A kill that met nobody at work has shown nothing.
const passed = broken === 0 && outcome.applied > 0 && cut > 0;
const seconds = Math.round((performance.now() - started) / 1000);
const said = passed
  ? `passed: ${rounds} kills under ${writers} writers, ${outcome.applied} ops applied, ${cut} under way when the server died: none lost, none doubled, none half-applied, D1 agrees`
  : `FAILED: ${broken} faults in ${outcome.rounds.length} kills, ${cut} ops under way`;
console.log(`kill:boards: ${said} (${seconds} s)`);
process.exit(passed ? 0 : 1);
