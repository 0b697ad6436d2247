import { createSignal, onCleanup, onMount, untrack, type JSX } from "solid-js";
import { Portal } from "solid-js/web";

/** Px between a field and what is told beside it, and what it is given at least below. */
const GAP = 4;
const LEAST = 260;

/** What belongs to a field that keeps the focus, over everything: below it, or above where there is no room. */
export function BesideField(props: { field: HTMLElement; children: JSX.Element }) {
  const read = () => props.field.getBoundingClientRect();
  const [box, setBox] = createSignal(untrack(read));
  const place = () => setBox(read());
  onMount(() => {
    const options = { capture: true, passive: true };
    addEventListener("scroll", place, options);
    addEventListener("resize", place);
    onCleanup(() => {
      removeEventListener("scroll", place, options);
      removeEventListener("resize", place);
    });
  });
  const above = () => innerHeight - box().bottom < LEAST && box().top > LEAST;
  return (
    <Portal>
      <div
        class="fixed z-popover w-64 max-w-[calc(100vw-16px)] rounded-3 border border-line-2 bg-raised p-2 shadow-3 *:mb-0 *:first:mt-0 *:first:border-t-0 *:first:pt-0"
        style={{
          left: `${Math.max(8, Math.min(box().left, innerWidth - 264))}px`,
          ...(above()
            ? { bottom: `${innerHeight - box().top + GAP}px` }
            : { top: `${box().bottom + GAP}px` }),
        }}
      >
        {props.children}
      </div>
    </Portal>
  );
}
