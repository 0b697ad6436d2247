import { createEffect, createRoot } from "solid-js";
import { expect, it } from "vitest";
import { usePrinting } from "./printing.ts";

it("what is drawn for paper stands before the browser goes on, and goes after", () => {
  const seen: boolean[] = [];
  createRoot((dispose) => {
    createEffect(() => void seen.push(usePrinting()()));
    queueMicrotask(dispose);
  });
  window.dispatchEvent(new Event("beforeprint"));
  expect(seen).toEqual([false, true]);
  window.dispatchEvent(new Event("afterprint"));
  expect(seen).toEqual([false, true, false]);
});
