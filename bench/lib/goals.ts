import { figure } from "./table.ts";

/** What a figure is held against. */
export interface Goal {
  what: string;
  measured: number;
  goal: number;
  unit: " ms" | "×";
  /** Whether the goal is the most or the least that it may be. */
  bound: "most" | "least";
}

/** Whether a figure reaches its goal; one that was not measured does not. */
export const isReached = ({ measured, goal, bound }: Goal): boolean =>
  bound === "most" ? measured <= goal : measured >= goal;

/** How many goals are reached, and each that is not with what was measured. */
export function goalsLine(goals: readonly Goal[]): string {
  const missed = goals
    .filter((one) => !isReached(one))
    .map(({ what, measured, goal, unit }) => `${what} ${figure(measured)}${unit} (${goal}${unit})`);
  const reached = `${goals.length - missed.length} of ${goals.length} goals reached`;
  return missed.length === 0 ? `${reached}.` : `${reached}; missed: ${missed.join(", ")}.`;
}
