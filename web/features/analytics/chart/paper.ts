import { createEffect, createSignal, untrack } from "solid-js";
import { usePrinting } from "#web/lib/printing.ts";

/** The picture of a chart that paper has instead of the chart, while the page is printed: drawn once all else stands as paper has it. */
export function createPaperPicture(
  draw: () => HTMLCanvasElement,
  title: () => string,
): () => HTMLCanvasElement | undefined {
  const printing = usePrinting();
  const [picture, setPicture] = createSignal<HTMLCanvasElement>();
  createEffect(() => {
    const made = printing() ? untrack(draw) : undefined;
    if (made) {
      made.className = "hidden w-full max-h-[165mm] object-contain object-left print:block";
      made.role = "img";
      made.ariaLabel = untrack(title);
    }
    setPicture(made);
  });
  return picture;
}
