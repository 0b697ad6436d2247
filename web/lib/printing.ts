import { createRoot, createSignal } from "solid-js";

/** One for the page: nothing hears of paper before something that is printed anew stands in it. */
const shared = createRoot(() => {
  const [printing, setPrinting] = createSignal(false);
  const media = window.matchMedia?.("print");
  window.addEventListener("beforeprint", () => setPrinting(true));
  window.addEventListener("afterprint", () => setPrinting(false));
  media?.addEventListener("change", () => setPrinting(media.matches));
  return printing;
});

/**
 * Whether the page is on its way to paper, by its own menu or by Ctrl+P. Told before the browser lays the page out, and what follows from it
 * is drawn within that: effects that run on it must not wait for anything.
 */
export const usePrinting = (): (() => boolean) => shared;
