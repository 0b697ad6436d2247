import { ApiProblem } from "#web/lib/api-problem.ts";

/** Whether a refusal is about the password that the person typed to prove who they are. */
export function isWrongPassword(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.code === "auth.password_wrong";
}
