import { startVitest } from "vitest/node";
import { ROOT } from "./paths.ts";

/** What a suite of tests counted and found. */
export interface SuiteOutcome {
  passed: number;
  failed: number;
  /** What its tests counted: `task.meta.figures`. */
  figures: Record<string, number>;
  /** Each failure in its own words. */
  failures: string[];
}

/** Runs test files of one project in this process and shows what they print while they run. */
export async function runSuite(
  files: readonly string[],
  project: "workerd" | "pure" = "workerd",
): Promise<SuiteOutcome> {
  const outcome: SuiteOutcome = { passed: 0, failed: 0, figures: {}, failures: [] };
  const vitest = await startVitest("test", [...files], {
    root: ROOT,
    watch: false,
    project,
    reporters: [
      {
        onUserConsoleLog: ({ content }) => void process.stdout.write(content),
        onTestCaseResult(test) {
          const result = test.result();
          if (result.state === "passed") outcome.passed += 1;
          if (result.state !== "failed") return;
          outcome.failed += 1;
          const why = result.errors.map((error) => error.message).join("\n");
          outcome.failures.push(`${test.fullName}: ${why}`);
        },
        onTestRunEnd(modules, errors) {
          for (const module of modules) {
            for (const test of module.children.allTests())
              Object.assign(outcome.figures, test.meta().figures);
            outcome.failures.push(...module.errors().map((error) => error.message));
          }
          outcome.failures.push(...errors.map((error) => error.message));
        },
      },
    ],
  });
  await vitest.close();
  return outcome;
}
