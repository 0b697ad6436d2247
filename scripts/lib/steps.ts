import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, checkTypes, EVERYTHING, faults } from "./build.ts";
import { needChromium } from "./chromium.ts";
import { bin } from "./paths.ts";
import { run, type Outcome } from "./run.ts";
import { tallyReport, type Tally } from "./tally.ts";

/** One step of `npm test`. */
export interface Step {
  name: string;
  run(): Promise<{ tally: Tally; output: string }>;
}

const PASS: Tally = { passed: 0, failed: 0 };
const FAIL: Tally = { passed: 0, failed: 1 };

function step(name: string, work: () => Promise<Outcome | string[] | void>): Step {
  return {
    name,
    run: async () => {
      try {
        const done = await work();
        if (Array.isArray(done))
          return { tally: done.length > 0 ? FAIL : PASS, output: done.join("\n") };
        return { tally: done && !done.ok ? FAIL : PASS, output: done?.output ?? "" };
      } catch (error) {
        return { tally: FAIL, output: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

/** Checks that read the sources and run nothing of them. */
export const STATIC: Step[] = [
  step("format", () => run(bin("oxfmt"), ["--check"])),
  step("lint", () => run(bin("oxlint"), [])),
  step("types", () => checkTypes(EVERYTHING)),
  step("unused code", () => run(bin("knip"), ["--no-progress"])),
];

/** The tests of one project of vitest.config.ts; what takes longer than the limit hangs. */
export function project(name: string, env: Record<string, string> = {}, limitMinutes = 25): Step {
  return {
    name: `${name} tests`,
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), "vitest-"));
      const file = join(folder, "report.json");
      const args = [
        "run",
        "--project",
        name,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${file}`,
      ];
      const outcome = await run(bin("vitest"), args, {
        env: { CI: "true", ...env },
        limitMinutes,
      });
      const tally = tallyReport(readReport(file), outcome.ok);
      rmSync(folder, { recursive: true, force: true });
      return { tally, output: outcome.output };
    },
  };
}

function readReport(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** The build within its limits, and the journeys on it. */
export const BROWSER: Step[] = [
  step("build", async () => faults(await build({ types: false }))),
  {
    name: "journeys",
    run: async () => {
      try {
        const chromium = await needChromium(console.log);
        // A machine that is shared is slow at times: journeys took over 22 minutes on one that never hung.
        return await project("e2e", { CHROMIUM: chromium }, 45).run();
      } catch (error) {
        return { tally: FAIL, output: error instanceof Error ? error.message : String(error) };
      }
    },
  },
];
