import { For, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import type { GridState } from "./grid-state.ts";
import { HeadCell } from "./head-cell.tsx";

/** The row of column heads; stays on top. */
export function GridHead<Row>(props: { grid: GridState<Row>; height: number }) {
  const t = useTexts();
  const offset = () => (props.grid.selectable() ? 1 : 0);
  return (
    <div
      role="row"
      aria-rowindex={1}
      style={{ height: `${props.height}px` }}
      class="sticky top-0 z-4 grid shrink-0 grid-cols-(--grid-columns) border-b border-line bg-canvas text-small"
    >
      <Show when={props.grid.selectable()}>
        <div
          role="columnheader"
          aria-colindex={1}
          aria-label={t().ui.grid.selectAll}
          data-cell="-1:0"
          tabIndex={props.grid.isActive(-1, 0) ? 0 : -1}
          onKeyDown={(event) => {
            if (event.key !== " ") return;
            event.preventDefault();
            props.grid.selectAll(props.grid.selectedShare() !== true);
          }}
          class="sticky left-0 z-2 flex items-center bg-inherit pl-4"
        >
          <Checkbox
            label={t().ui.grid.selectAll}
            labelHidden
            tabIndex={-1}
            checked={props.grid.selectedShare()}
            onChange={(on) => props.grid.selectAll(on)}
          />
        </div>
      </Show>
      <For each={props.grid.columns()}>
        {(column, index) => (
          <HeadCell
            grid={props.grid}
            column={column}
            index={index() + offset()}
            first={index() === 0}
          />
        )}
      </For>
    </div>
  );
}
