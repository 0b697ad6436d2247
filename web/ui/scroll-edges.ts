import { createSignal, onCleanup, onMount } from "solid-js";

/** Whether something lies beyond the start and the end of a row that scrolls to the side; `inside` is as wide as what it holds. */
export function createScrollEdges(row: () => HTMLElement, inside: () => HTMLElement) {
  const [edges, setEdges] = createSignal({ start: false, end: false });
  const measure = () => {
    const { scrollLeft, scrollWidth, clientWidth } = row();
    setEdges({ start: scrollLeft > 1, end: scrollLeft + clientWidth < scrollWidth - 1 });
  };
  onMount(() => {
    const element = row();
    element.addEventListener("scroll", measure, { passive: true });
    onCleanup(() => element.removeEventListener("scroll", measure));
    if (!("ResizeObserver" in globalThis)) return;
    const resized = new ResizeObserver(measure);
    for (const one of [element, inside()]) resized.observe(one);
    onCleanup(() => resized.disconnect());
  });
  return edges;
}
