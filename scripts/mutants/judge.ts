import { z } from "zod";

const Report = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** What the tests said: that they pass, which failed first, or that they did not run. */
export type Judgement =
  | { kind: "passed"; tests: number }
  | { kind: "failed"; by: string }
  | { kind: "broken" };

/**
 * Reads a JSON report of vitest. A file that did not load proves nothing: only a test that ran and failed has noticed
 * something.
 */
export function judge(json: string | undefined, ok: boolean): Judgement {
  const report = Report.safeParse(parse(json));
  if (!report.success) return { kind: "broken" };
  const tests = report.data.testResults.flatMap((file) => file.assertionResults);
  const failed = tests.find((test) => test.status === "failed");
  if (failed) return { kind: "failed", by: failed.fullName };
  const passed = tests.filter((test) => test.status === "passed").length;
  return ok && passed > 0 ? { kind: "passed", tests: passed } : { kind: "broken" };
}

function parse(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? "");
  } catch {
    return undefined;
  }
}
