import { onCleanup } from "solid-js";

const TAKES_KEYS = "input, textarea, select, [role=option], [role=listbox], [role=menuitem]";

/** Calls back with 1 for J and ↓, −1 for K and ↑, while the record is open and nobody types or picks. */
export function onStep(step: (by: 1 | -1) => void): void {
  const keys = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (target.matches(TAKES_KEYS)) return;
    // In the grid arrows move from cell to cell; in tabs and radios they choose.
    const arrows = !target.closest("[role=grid], [role=menu], [role=tablist], [role=separator]");
    const key = event.key.toLowerCase();
    const down = key === "j" || (key === "arrowdown" && arrows);
    const up = key === "k" || (key === "arrowup" && arrows);
    if (!down && !up) return;
    event.preventDefault();
    step(down ? 1 : -1);
  };
  document.addEventListener("keydown", keys);
  onCleanup(() => document.removeEventListener("keydown", keys));
}
