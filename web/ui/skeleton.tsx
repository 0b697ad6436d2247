import { createSignal, For, onCleanup, onMount, Show, type JSX } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "./cx.ts";

/** A grey bar in the shape of what is coming. Size it with classes. */
export function Skeleton(props: { class?: string; round?: boolean }) {
  return (
    <span
      aria-hidden="true"
      class={cx(
        "block bg-press animate-skeleton",
        props.round ? "rounded-full" : "rounded-1",
        props.class ?? "h-2 w-24",
      )}
    />
  );
}

/** Holds its children back for 120 ms, so that a quick answer shows no flash; says "loading" to screen readers. */
export function SkeletonDelay(props: { children: JSX.Element }) {
  const t = useTexts();
  const [due, setDue] = createSignal(false);
  onMount(() => {
    const timer = setTimeout(() => setDue(true), 120);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <Show when={due()}>
      <div role="status" class="contents">
        <span class="sr-only">{t().ui.loading}</span>
        {props.children}
      </div>
    </Show>
  );
}

/** Rows that fade towards the foot, each with a title bar, a chip, a face and a figure: the shape of most lists. */
export function SkeletonRows(props: { rows?: number }) {
  const widths = ["w-36", "w-28", "w-40", "w-24", "w-32", "w-30"];
  const rows = () => Array.from({ length: props.rows ?? 8 }, (_, index) => index);
  return (
    <SkeletonDelay>
      <For each={rows()}>
        {(index) => (
          <div
            class="flex h-row items-center gap-6 border-b border-line px-4"
            style={{ opacity: String(1 - index / (rows().length + 2)) }}
          >
            <span class="min-w-0 flex-1">
              <Skeleton class={cx("h-2 max-w-full", widths[index % widths.length])} />
            </span>
            <Skeleton class="h-4 w-16 shrink-0 phone:hidden" />
            <Skeleton round class="size-5 shrink-0 phone:hidden" />
            <Skeleton class="h-2 w-20 shrink-0" />
          </div>
        )}
      </For>
    </SkeletonDelay>
  );
}
