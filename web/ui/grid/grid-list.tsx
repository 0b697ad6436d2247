import { createVirtualizer } from "@tanstack/solid-virtual";
import { createEffect, createSignal, For, Match, onMount, Show, Switch, type JSX } from "solid-js";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import type { DataGridProps } from "./grid-props.ts";

/** The phone form of a DataGrid: one button per record. */
export function GridList<Row>(props: DataGridProps<Row> & { phoneRow: (row: Row) => JSX.Element }) {
  let element!: HTMLDivElement;
  const [box, setBox] = createSignal<HTMLDivElement | null>(null);
  const all = () => (props.groups ? props.groups.flatMap((group) => group.rows) : props.rows);
  const rows = createVirtualizer<HTMLDivElement, HTMLDivElement>({
    get count() {
      return all().length;
    },
    getScrollElement: box,
    estimateSize: () => props.phoneRowHeight ?? 64,
    overscan: 6,
  });
  onMount(() => setBox(element));
  createEffect(() => {
    const last = rows.getVirtualItems().at(-1);
    if (last && last.index >= all().length - 10) props.onEnd?.();
  });
  return (
    <div ref={element} class="h-full min-h-0 overflow-auto bg-surface">
      <Switch
        fallback={
          <ul
            aria-label={props.label}
            class="relative"
            style={{ height: `${rows.getTotalSize()}px` }}
          >
            <For each={rows.getVirtualItems()}>
              {(item) => (
                <li
                  aria-setsize={props.total ?? all().length}
                  aria-posinset={item.index + 1}
                  class="absolute inset-x-0 top-0 border-b border-line"
                  style={{ transform: `translateY(${item.start}px)`, height: `${item.size}px` }}
                >
                  <Show when={all()[item.index] !== undefined}>
                    <button
                      type="button"
                      class="flex size-full min-w-0 items-center gap-3 px-4 text-left active:bg-press"
                      onClick={() => props.onOpen?.(all()[item.index] as Row)}
                    >
                      {props.phoneRow(all()[item.index] as Row)}
                    </button>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        }
      >
        <Match when={props.error}>{(drawn) => drawn()}</Match>
        <Match when={props.loading && all().length === 0}>
          <SkeletonRows />
        </Match>
        <Match when={all().length === 0}>{props.empty}</Match>
      </Switch>
    </div>
  );
}
