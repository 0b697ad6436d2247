import { z } from "zod";

/** How many tests passed and failed. A step without tests that fails counts as one failure. */
export interface Tally {
  passed: number;
  failed: number;
}

const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

/**
 * Counts a vitest run from its JSON report. A file that failed without a failed test (it did not load, or a hook threw)
 * counts as one failure, and so does a run that failed for no test at all or left no report.
 */
export function tallyReport(json: string | undefined, ok: boolean): Tally {
  const parsed = Report.safeParse(read(json));
  if (!parsed.success) return { passed: 0, failed: 1 };
  const report = parsed.data;
  const brokenFiles = report.testResults.filter(
    (file) =>
      file.status === "failed" && file.assertionResults.every((one) => one.status !== "failed"),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return { passed: report.numPassedTests, failed: failed === 0 && !ok ? 1 : failed };
}

function read(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? "");
  } catch {
    return undefined;
  }
}

/** The sum of several tallies. */
export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }),
    { passed: 0, failed: 0 },
  );
}

/** The last line of a test run, and its exit status: a run without a single passed test has proven nothing. */
export function verdict(total: Tally): { line: string; status: 0 | 1 } {
  const status = total.failed > 0 || total.passed === 0 ? 1 : 0;
  return { line: `${total.passed} passed, ${total.failed} failed`, status };
}
