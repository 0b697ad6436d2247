import { createSignal, onCleanup } from "solid-js";

/** Begun to draw this far before it can be seen, px. */
const MARGIN = 600;

/** Whether an element is near what can be seen, so that what is far costs nothing; always where nobody can tell. */
export function createNear(): [near: () => boolean, watch: (element: HTMLElement) => void] {
  const observable = "IntersectionObserver" in globalThis;
  const [near, setNear] = createSignal(!observable);
  return [
    near,
    (element) => {
      if (!observable) return;
      const observer = new IntersectionObserver(
        (entries) => setNear(entries.at(-1)?.isIntersecting ?? true),
        { rootMargin: `${MARGIN}px` },
      );
      observer.observe(element);
      onCleanup(() => observer.disconnect());
    },
  ];
}
