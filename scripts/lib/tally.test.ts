import { describe, expect, test } from "vitest";
import { sum, tallyReport, verdict } from "./tally.ts";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});
const report = (passed: number, failed: number, ...testResults: object[]): string =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults });

describe("counting a vitest report", () => {
  test("takes tests as they are", () => {
    const json = report(2, 1, file("failed", "passed", "failed"), file("passed", "passed"));
    expect(tallyReport(json, false)).toEqual({ passed: 2, failed: 1 });
  });

  test("a file that did not load is a failure", () => {
    const json = report(1, 0, file("failed"), file("passed", "passed"));
    expect(tallyReport(json, false)).toEqual({ passed: 1, failed: 1 });
  });

  test("a file whose hook threw is a failure, though its tests were only skipped", () => {
    expect(tallyReport(report(0, 0, file("failed", "skipped")), false)).toEqual({
      passed: 0,
      failed: 1,
    });
  });

  test("a run that fails after its last test is a failure", () => {
    expect(tallyReport(report(1, 0, file("passed", "passed")), false)).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  test.each([undefined, "", "{", "{}"])("no report (%j) is a failure", (json) => {
    expect(tallyReport(json, true)).toEqual({ passed: 0, failed: 1 });
  });
});

test("sums", () => {
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 });
  expect(sum([])).toEqual({ passed: 0, failed: 0 });
});

test.each([
  [{ passed: 10, failed: 0 }, "10 passed, 0 failed", 0],
  [{ passed: 10, failed: 1 }, "10 passed, 1 failed", 1],
  [{ passed: 0, failed: 0 }, "0 passed, 0 failed", 1],
])("%j ends with %s", (total, line, status) => {
  expect(verdict(total)).toEqual({ line, status });
});
