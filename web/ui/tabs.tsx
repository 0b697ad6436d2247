import { Tabs as Root } from "@kobalte/core/tabs";
import { createEffect, For, Show, type JSX } from "solid-js";
import { cx } from "./cx.ts";
import { Icon, type IconComponent } from "./icon.tsx";

export type Tab<V extends string> = {
  value: V;
  label: string;
  icon?: IconComponent;
  count?: number | string;
};

/** Views of one record, side by side. `children` draws the chosen one; arrows, Home and End move. */
export function Tabs<V extends string>(props: {
  label: string;
  tabs: readonly Tab<V>[];
  value: V;
  onChange: (value: V) => void;
  children?: (value: V) => JSX.Element;
  /** After the last tab: a plus. */
  after?: JSX.Element;
  class?: string;
}) {
  let bar: HTMLDivElement | undefined;
  // On a phone the names may be more than fit: the one that is open is in sight. Only the bar scrolls: a record that
  // opens begins at its top, however far down its tabs stand.
  createEffect(() => {
    const at = props.tabs.findIndex(({ value }) => value === props.value);
    const tab = bar?.querySelectorAll("[role=tab]")[at];
    if (!bar || !tab) return;
    const [frame, own] = [bar.getBoundingClientRect(), tab.getBoundingClientRect()];
    if (own.left < frame.left) bar.scrollLeft += own.left - frame.left;
    else if (own.right > frame.right) bar.scrollLeft += own.right - frame.right;
  });
  return (
    <Root value={props.value} onChange={(value) => props.onChange(value as V)} class={props.class}>
      <div ref={(element) => (bar = element)} class="flex items-center gap-1 overflow-x-auto">
        <Root.List aria-label={props.label} class="flex items-center gap-1 p-0.5">
          <For each={props.tabs}>
            {(tab) => (
              <Root.Trigger
                value={tab.value}
                class={cx(
                  "touch-target inline-flex h-7 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-2 px-2 font-medium text-ink-2 transition-colors phone:h-11 phone:px-3",
                  "hover:bg-hover hover:text-ink data-[selected]:bg-chip data-[selected]:text-ink",
                )}
              >
                <Show when={tab.icon}>{(icon) => <Icon of={icon()} />}</Show>
                {tab.label}
                <Show when={tab.count !== undefined}>
                  <span class="num text-small text-ink-3">{tab.count}</span>
                </Show>
              </Root.Trigger>
            )}
          </For>
        </Root.List>
        {props.after}
      </div>
      <Show when={props.children}>
        {(draw) => (
          <Root.Content value={props.value} class="pt-3 outline-none">
            {draw()(props.value)}
          </Root.Content>
        )}
      </Show>
    </Root>
  );
}
