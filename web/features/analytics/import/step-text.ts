import type { Step } from "#domain/analytics/steps/step.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

/** One step in words. */
export function stepText(step: Step, t: Dictionary["analytics"]): string {
  const say = t.cleaningSteps.done;
  switch (step.do) {
    case "trim":
      return step.column === null ? say.trimAll : say.trim(step.column);
    case "case":
      return say[step.to](step.column);
    case "replace":
      return say.replace(step.column, step.from, step.to);
    case "split":
      return say.split(step.column, step.into.join(", "));
    case "fill":
    case "merge":
      return say[step.do](step.column);
    case "drop":
      if (step.what === "totals") return say.totals;
      return step.column === null ? say[step.what] : say[`${step.what}In`](step.column);
    case "rename":
      return say.rename(step.column, step.to);
    case "type":
      return say.type(step.column, t.kinds[step.kind]);
    case "compute":
      return say.compute(step.name, step.expression);
    default:
      return step satisfies never;
  }
}
