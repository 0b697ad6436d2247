import { For, Show } from "solid-js";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Avatar } from "#web/ui/avatar.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { cx } from "#web/ui/cx.ts";
import type { RowChange } from "./column.ts";
import { currentRow } from "./current-row.ts";
import { GridCell } from "./grid-cell.tsx";
import type { GridState } from "./grid-state.ts";

/** What is typed in the open editor: kept, saved, replaced by a choice, dropped. */
export type Drafts = {
  save: () => void;
  choose: (save: () => void) => void;
  drop: () => void;
  set: (save: () => void) => void;
};

/** One record, whichever this row holds by now. Selection has the fill; a change by someone else keeps the edge and shows who, for four seconds. */
export function GridRow<Row>(props: {
  grid: GridState<Row>;
  row: Row;
  id: string;
  index: number;
  top: number;
  height: number;
  drafts: Drafts;
}) {
  const t = useTexts();
  const grid = () => props.grid;
  const selected = () => grid().props.selected?.has(props.id) ?? false;
  const current = () => grid().props.current === props.id;
  const change = () => grid().props.changed?.(props.row);
  /** Who changed the row stands in the widest cell: a narrow one would be covered. */
  const noted = () =>
    Math.max(
      0,
      grid()
        .columns()
        .findIndex(({ grow }) => grow),
    );
  const editing = () => grid().editingId() === props.id;
  // Read by the cells, each in a tracked scope of its own.
  // oxlint-disable-next-line solid/reactivity
  const shown = currentRow(() => props.row);
  return (
    <div
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={grid().selectable() ? selected() : undefined}
      aria-current={current() ? "true" : undefined}
      style={{ transform: `translateY(${props.top}px)`, height: `${props.height}px` }}
      class={cx(
        "group/row absolute inset-x-0 top-0 grid [contain:size_layout_style] grid-cols-(--grid-columns) border-b border-line",
        selected() || current() ? "bg-accent-soft" : "bg-surface hover:bg-canvas",
        change() && "shadow-[inset_2px_0_0_var(--color-signal-line)]",
        change() && !selected() && !current() && "animate-live",
        editing() && "z-1",
      )}
    >
      <Show when={grid().selectable()}>
        <div
          role="gridcell"
          aria-colindex={1}
          data-cell={`${props.index}:0`}
          tabIndex={grid().isActive(props.index, 0) ? 0 : -1}
          class="flex items-center pl-4 outline-none group-data-slid/grid:sticky group-data-slid/grid:left-0 group-data-slid/grid:z-1 group-data-slid/grid:bg-inherit focus-visible:rounded-2 focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent"
          onClick={(event) => {
            if (!event.shiftKey) return;
            event.preventDefault();
            grid().select(props.index, true);
          }}
        >
          <Checkbox
            label={t().ui.grid.selectRow(grid().props.rowName(props.row))}
            labelHidden
            tabIndex={-1}
            checked={selected()}
            onChange={() => grid().select(props.index, false)}
          />
        </div>
      </Show>
      <For each={grid().columns()}>
        {(column, index) => (
          <GridCell
            grid={grid()}
            column={column}
            row={props.row}
            shown={shown}
            id={props.id}
            rowIndex={props.index}
            columnIndex={index() + grid().offset()}
            first={index() === 0}
            drafts={props.drafts}
            after={
              <Show when={index() === noted() && change()}>
                {(by) => <ChangeNote change={by()} />}
              </Show>
            }
          />
        )}
      </For>
    </div>
  );
}

function ChangeNote(props: { change: RowChange }) {
  const t = useTexts();
  const f = useFormat();
  const age = () => f().duration(props.change.seconds);
  return (
    <span class="flex shrink-0 items-center gap-0.5 pl-2 text-small font-medium text-signal-ink">
      <Avatar person={props.change.by} decorative class="scale-75" />
      <span class="num" aria-hidden="true">
        {age()}
      </span>
      <span class="sr-only">{t().ui.live.changedBy(props.change.by.name, age())}</span>
    </span>
  );
}
