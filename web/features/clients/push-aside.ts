import { createEffect, createSignal, on, onCleanup } from "solid-js";

/** Least room (px) that a list keeps beside an open record; with less, the record lies over it. */
const LEAST_PX = 640;

/** How far an open record pushes its list aside (px), following the record's edge as it is dragged. */
export function createPushAside(
  box: () => HTMLElement,
  open: () => string | undefined,
): () => number {
  const [aside, setAside] = createSignal(0);
  createEffect(
    on(
      () => open() !== undefined,
      (shown) => {
        setAside(0);
        if (!shown) return;
        const observer = new ResizeObserver(([entry]) => {
          const panel = entry?.target as HTMLElement | undefined;
          const room = box().parentElement?.offsetWidth ?? 0;
          const width = panel?.offsetWidth ?? 0;
          setAside(room - width >= LEAST_PX ? width : 0);
        });
        // The record's panel is drawn after its code has arrived.
        const find = setInterval(() => {
          const panel = box().parentElement?.querySelector(":scope > [role=dialog]");
          if (!panel) return;
          clearInterval(find);
          observer.observe(panel);
        }, 16);
        onCleanup(() => {
          clearInterval(find);
          observer.disconnect();
        });
      },
    ),
  );
  return aside;
}
