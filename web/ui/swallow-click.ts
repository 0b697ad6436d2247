/**
 * Keeps the rest of a finger's press from what lies below. A menu closes as the finger leaves it, and the browser then gives the mouse
 * events and the click of the same press to whatever is there by then. Over with that click, or with the next press.
 */
export function swallowClick(): void {
  const end = new AbortController();
  const options = { capture: true, signal: end.signal };
  const swallow = (event: MouseEvent): void => {
    // What a key or a script clicks is no part of the press.
    if (event.detail === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === "click") end.abort();
  };
  for (const type of ["mousedown", "mouseup", "click"] as const)
    addEventListener(type, swallow, options);
  addEventListener("pointerdown", () => end.abort(), options);
}
