import { createSignal, onCleanup } from "solid-js";

/** Where a scrolled element stands and how large it is, px. Give it the element once that is in the page. */
export function createScrollView() {
  const [top, setTop] = createSignal(0);
  const [height, setHeight] = createSignal(0);
  const [width, setWidth] = createSignal(0);
  let box: HTMLElement | undefined;
  /** Told by the element's own scroll event, which comes once a frame and before it is drawn. */
  const read = () => setTop(box?.scrollTop ?? 0);
  return {
    top,
    height,
    width,
    read,
    watch(element: HTMLElement): void {
      box = element;
      const measure = () => {
        setHeight(element.clientHeight);
        setWidth(element.clientWidth);
      };
      measure();
      read();
      // Where nothing is laid out (jsdom) there is nothing to observe.
      if (!("ResizeObserver" in globalThis)) return;
      const observer = new ResizeObserver(measure);
      observer.observe(element);
      onCleanup(() => observer.disconnect());
    },
    /** Scrolls as little as brings the px from `from` to `to` into view, below `head` px and above `foot` px. */
    reveal(from: number, to: number, head: number, foot: number): void {
      if (!box) return;
      const above = from - head - box.scrollTop;
      const below = to + foot - box.scrollTop - box.clientHeight;
      if (above < 0) box.scrollTop += above;
      else if (below > 0) box.scrollTop += below;
      read();
    },
  };
}
