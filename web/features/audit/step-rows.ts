const TOGGLES = "[data-row-toggle]";

/** Moves between the rows of a log: arrows, Home, End. Enter and Space are the row's own. */
export function stepRows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const here = event.currentTarget;
  const all = [...(here.closest("[data-log]")?.querySelectorAll<HTMLElement>(TOGGLES) ?? [])];
  const at = all.indexOf(here);
  const goals: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: all.length - 1,
  };
  const goal = goals[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  all[goal]?.focus();
}
