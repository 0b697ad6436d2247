import { createComputed } from "solid-js";

/**
 * For a panel opened by state rather than by its own trigger: remembers what had the focus when `open` turned true.
 * Give the result to Kobalte's `onCloseAutoFocus`; the focus goes back if its owner is still in the page.
 */
export function createReturnFocus(open: () => boolean): (event: Event) => void {
  let before: Element | null = null;
  // Before the panel is drawn and takes the focus itself.
  createComputed<boolean>((was) => {
    const is = open();
    if (is && !was) before = document.activeElement;
    return is;
  }, false);
  return (event) => {
    // Whoever has gone on to something else meanwhile stays there.
    if (event.defaultPrevented) return;
    if (!(before instanceof HTMLElement) || !before.isConnected || before === document.body) return;
    event.preventDefault();
    before.focus({ preventScroll: true });
  };
}
