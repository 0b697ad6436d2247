import { createSignal, onCleanup, onMount } from "solid-js";

/** What is pressed or reached by keys at the edge of the row comes into it. */
const bringIn = ({ target }: Event) => {
  if (target instanceof Element)
    target.closest("button")?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
};

/**
 * Keeps a row that scrolls to the side in order: whether something lies beyond its start and its end. `inside` is as wide as what it
 * holds.
 */
export function createScrollRow(row: () => HTMLElement, inside: () => HTMLElement) {
  const [edges, setEdges] = createSignal({ start: false, end: false });
  const measure = () => {
    const { scrollLeft, scrollWidth, clientWidth } = row();
    setEdges({ start: scrollLeft > 1, end: scrollLeft + clientWidth < scrollWidth - 1 });
  };
  onMount(() => {
    const element = row();
    element.addEventListener("scroll", measure, { passive: true });
    // With the element they go.
    for (const type of ["focusin", "click"]) element.addEventListener(type, bringIn);
    if (!("ResizeObserver" in globalThis)) return;
    const resized = new ResizeObserver(measure);
    for (const one of [element, inside()]) resized.observe(one);
    onCleanup(() => resized.disconnect());
  });
  return edges;
}
