import IconPlus from "~icons/lucide/plus";
import { Show, type JSX } from "solid-js";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";

/** Nothing here yet: says what belongs here and gives the first step. Not for "no match": offer to clear the filter. */
export function EmptyState(props: {
  title: string;
  body?: JSX.Element;
  /** One primary, at most one secondary. */
  actions?: JSX.Element;
  /** A quiet line under the buttons: "or drop a file here". */
  hint?: JSX.Element;
  /** Instead of the drawing of an empty list. */
  drawing?: JSX.Element;
  class?: string;
}) {
  return (
    <div
      class={cx("flex flex-col items-center justify-center px-6 py-10 text-center", props.class)}
    >
      <Show when={props.drawing} fallback={<EmptyList />}>
        {(drawn) => drawn()}
      </Show>
      <h2 class="mt-6 text-lead font-semibold">{props.title}</h2>
      <Show when={props.body}>
        {(drawn) => <p class="mt-1 max-w-96 text-balance text-ink-2">{drawn()}</p>}
      </Show>
      <Show when={props.actions}>
        {(drawn) => <div class="mt-4 flex flex-wrap justify-center gap-2">{drawn()}</div>}
      </Show>
      <Show when={props.hint}>
        {(drawn) => <p class="mt-3 text-small text-ink-3">{drawn()}</p>}
      </Show>
    </div>
  );
}

function EmptyList() {
  return (
    <div class="flex flex-col gap-1" aria-hidden="true">
      <span class="flex h-4 w-20 items-center gap-1.5 rounded-1 border border-line-2 bg-sunken px-1.5">
        <span class="size-1.5 rounded-full bg-accent" />
        <span class="h-1 w-8 rounded-full bg-mute" />
      </span>
      <span class="flex h-4 w-20 items-center rounded-1 border border-dashed border-line-2 px-1 text-ink-2">
        <Icon of={IconPlus} size={12} />
      </span>
    </div>
  );
}
