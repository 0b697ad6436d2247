import IconChevron from "~icons/lucide/chevron-down";
import { For, Show } from "solid-js";
import { useFormat } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import type { GridGroup } from "./column.ts";
import { cellClass } from "./grid-cell.tsx";
import type { GridState } from "./grid-state.ts";

/** The head of a group: its name with the arrow that folds it, and its subtotals. */
export function GroupRow<Row>(props: {
  grid: GridState<Row>;
  group: GridGroup<Row>;
  collapsed: boolean;
  index: number;
  top: number;
  height: number;
}) {
  const f = useFormat();
  const offset = () => (props.grid.selectable() ? 1 : 0);
  return (
    <div
      role="row"
      aria-rowindex={props.index + 2}
      aria-expanded={!props.collapsed}
      style={{ transform: `translateY(${props.top}px)`, height: `${props.height}px` }}
      class="absolute inset-x-0 top-0 grid grid-cols-(--grid-columns) border-b border-line bg-sunken font-semibold"
    >
      <Show when={props.grid.selectable()}>
        <div
          role="gridcell"
          aria-colindex={1}
          data-cell={`${props.index}:0`}
          tabIndex={-1}
          class="sticky left-0 z-1 bg-inherit"
        />
      </Show>
      <For each={props.grid.columns()}>
        {(column, index) => (
          <div
            role="gridcell"
            aria-colindex={index() + offset() + 1}
            data-cell={`${props.index}:${index() + offset()}`}
            tabIndex={props.grid.isActive(props.index, index() + offset()) ? 0 : -1}
            class={cx(
              cellClass(column, index() === 0, props.grid.selectable()),
              "outline-none focus-visible:rounded-2 focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent",
            )}
          >
            <Show when={index() === 0} fallback={column.groupCell?.(props.group.rows)}>
              <button
                type="button"
                tabIndex={-1}
                aria-expanded={!props.collapsed}
                onClick={() => props.grid.toggleGroup(props.group.id)}
                class="flex min-w-0 items-center gap-1.5"
              >
                <Icon
                  of={IconChevron}
                  size={12}
                  class={cx("text-ink-3 transition-transform", props.collapsed && "-rotate-90")}
                />
                <span class="truncate">{props.group.label}</span>
                <span class="num text-small font-normal text-ink-3">
                  {f().number(props.group.rows.length)}
                </span>
              </button>
            </Show>
          </div>
        )}
      </For>
    </div>
  );
}
