import { ApiProblem } from "./api-problem.ts";
import { useTexts, type Dictionary } from "./i18n.tsx";

/** What to say of anything thrown: the words of its code, or those of an unknown error. */
export function problemText(errors: Dictionary["errors"], error: unknown): string {
  const problem = error instanceof ApiProblem ? error : undefined;
  const words = problem ? (errors[problem.code] ?? errors["server.error"]) : errors["server.error"];
  return typeof words === "function" ? words(problem?.params ?? {}) : words;
}

/** `const say = useProblemText(); say(error)` – in the person's language, following it. */
export function useProblemText(): (error: unknown) => string {
  const t = useTexts();
  return (error) => problemText(t().errors, error);
}

/** The first broken rule of each field that the server refused: path → rule, such as `email` → `too_small`. */
export function brokenRules(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ApiProblem) || error.code !== "request.invalid") return {};
  const issues = (error.params["issues"] ?? []) as { path: string; rule: string }[];
  // What is wrong first says it: an empty name is too short before it is of the wrong form.
  return Object.fromEntries(issues.toReversed().map((issue) => [issue.path, issue.rule]));
}
