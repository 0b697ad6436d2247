import { For, Show } from "solid-js";
import { cx } from "#web/ui/cx.ts";
import { cellClass } from "./grid-cell.tsx";
import type { GridState } from "./grid-state.ts";

/** The sum row; stays at the foot. Drawn when a column has something to say there. */
export function GridFoot<Row>(props: { grid: GridState<Row>; height: number }) {
  const offset = () => (props.grid.selectable() ? 1 : 0);
  return (
    <div
      role="row"
      aria-rowindex={props.grid.size().rows + 2}
      style={{ height: `${props.height}px` }}
      class="sticky bottom-0 z-4 mt-auto grid shrink-0 grid-cols-(--grid-columns) border-t border-line bg-canvas text-small text-ink-2"
    >
      <Show when={props.grid.selectable()}>
        <div role="gridcell" aria-colindex={1} class="sticky left-0 z-1 bg-inherit" />
      </Show>
      <For each={props.grid.columns()}>
        {(column, index) => (
          <div
            role="gridcell"
            aria-colindex={index() + offset() + 1}
            class={cx(
              cellClass(column, index() === 0, props.grid.selectable()),
              column.numeric && "text-base font-semibold text-ink",
            )}
          >
            {column.foot?.()}
          </div>
        )}
      </For>
    </div>
  );
}
