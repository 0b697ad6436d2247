import type { AnyRoute } from "#domain/route.ts";
import type { Env } from "./env.ts";
import { issuesOf } from "./http/problem.ts";
import { log } from "./log.ts";

/**
 * Holds an answer against its schema: every one in tests and development, where a mismatch is an error; elsewhere
 * the share that `ANSWER_CHECKS` asks for, where it is a log line. What is sent is never altered: a verb names the fields
 * it answers, schemas are strict, and the tests that visit every route refuse a field that a schema does not know.
 */
export function checkAnswer(
  env: Pick<Env, "ENVIRONMENT" | "ANSWER_CHECKS">,
  route: AnyRoute,
  requestId: string,
  answer: unknown,
): void {
  const strict = env.ENVIRONMENT === "test" || env.ENVIRONMENT === "development";
  if (!strict && !isSampled(requestId, env.ANSWER_CHECKS)) return;
  const result = route.output.safeParse(answer);
  if (result.success) return;
  const issues = JSON.stringify(issuesOf(result.error));
  if (strict) {
    throw new Error(`${route.method} ${route.path} answered outside its schema: ${issues}`);
  }
  log("error", "answer.invalid", { requestId, route: `${route.method} ${route.path}`, issues });
}

/**
 * Whether a request is among the share (0 to 1, as text) whose answers are checked. The end of its id decides, which is
 * random, so the same id is always decided alike. A share that is missing or no number checks every answer.
 */
function isSampled(requestId: string, share: string | undefined): boolean {
  const wanted = Number.parseFloat(share ?? "");
  if (!(wanted < 1)) return true;
  let hash = 0;
  for (const sign of requestId.slice(-8)) hash = (hash * 31 + sign.charCodeAt(0)) % 10_000;
  return hash < wanted * 10_000;
}
