import { For } from "solid-js";
import { cx } from "#web/ui/cx.ts";
import { Skeleton, SkeletonDelay } from "#web/ui/skeleton.tsx";
import { cellClass } from "./grid-cell.tsx";
import type { GridState } from "./grid-state.ts";

const SHARES = ["w-3/5", "w-2/5", "w-4/5", "w-1/2", "w-2/3"];

/** Rows in the columns' shape while the first ones are on their way. */
export function GridSkeleton<Row>(props: { grid: GridState<Row>; rowHeight: number }) {
  const rows = Array.from({ length: 10 }, (_, index) => index);
  return (
    <SkeletonDelay>
      <For each={rows}>
        {(row) => (
          <div
            aria-hidden="true"
            class="grid grid-cols-(--grid-columns) border-b border-line"
            style={{ height: `${props.rowHeight}px`, opacity: String(1 - row / 12) }}
          >
            {props.grid.selectable() && <span />}
            <For each={props.grid.columns()}>
              {(column, index) => (
                <span class={cellClass(column, index() === 0, props.grid.selectable())}>
                  <Skeleton class={cx("h-2", SHARES[(row + index() * 2) % SHARES.length])} />
                </span>
              )}
            </For>
          </div>
        )}
      </For>
    </SkeletonDelay>
  );
}
