import { Show, untrack, type JSX } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { Kbd } from "#web/ui/kbd.tsx";
import type { CellEdit, GridColumn } from "./column.ts";
import type { Drafts } from "./grid-row.tsx";
import type { GridState } from "./grid-state.ts";

/**
 * The look every cell of a column shares, head and foot included. The first sticks only once the grid is slid sideways:
 * a cell that is positioned, or takes its fill from its row, is styled anew each time that its row moves.
 */
export function cellClass<Row>(column: GridColumn<Row>, first: boolean, selectable: boolean) {
  return cx(
    "flex min-w-0 items-center px-2 last:pr-4",
    column.numeric && "num justify-end text-right",
    first && "group-data-slid/grid:sticky group-data-slid/grid:z-1 group-data-slid/grid:bg-inherit",
    first &&
      (selectable ? "pl-2 group-data-slid/grid:left-10" : "pl-4 group-data-slid/grid:left-0"),
  );
}

/** One cell: shows its value, or its editor with the keys that end it. */
export function GridCell<Row>(props: {
  grid: GridState<Row>;
  column: GridColumn<Row>;
  row: Row;
  /** The row's record as of any moment: what the cell draws. */
  shown: Row;
  id: string;
  rowIndex: number;
  columnIndex: number;
  first: boolean;
  /** At the end of the cell: who just changed the row. */
  after?: JSX.Element;
  drafts: Drafts;
}) {
  const editing = () => props.grid.isEditing(props.id, props.column.id);
  return (
    <div
      role="gridcell"
      aria-colindex={props.columnIndex + 1}
      data-cell={`${props.rowIndex}:${props.columnIndex}`}
      tabIndex={props.grid.isActive(props.rowIndex, props.columnIndex) && !editing() ? 0 : -1}
      onDblClick={() => {
        const place = { row: props.rowIndex, column: props.columnIndex };
        if (props.grid.editable(place)) props.grid.setEditing({ place, typed: undefined });
      }}
      class={cx(
        cellClass(props.column, props.first, props.grid.selectable()),
        "outline-none focus-visible:rounded-2 focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent",
        editing() && "relative z-3",
      )}
    >
      <Show
        when={editing()}
        fallback={
          <span class="block min-w-0 flex-1 truncate [&>*]:align-middle">
            {props.column.cell(props.shown)}
          </span>
        }
      >
        <CellEditor {...props} />
      </Show>
      {props.after}
    </div>
  );
}

function CellEditor<Row>(props: {
  grid: GridState<Row>;
  column: GridColumn<Row>;
  row: Row;
  drafts: Drafts;
}) {
  const t = useTexts();
  const edit: CellEdit<Row> = untrack(() => ({
    row: props.row,
    label: props.column.label,
    typed: props.grid.editing()?.typed,
    draft: (save) => props.drafts.set(save),
    commit: (save) => (save ? props.drafts.choose(save) : props.drafts.save()),
    cancel: () => props.drafts.drop(),
  }));
  return (
    <div
      data-editor=""
      class="group/editor absolute inset-0.5 z-1 flex items-center rounded-2 bg-surface outline-2 outline-accent"
    >
      {props.column.edit?.(edit)}
      <span
        aria-hidden="true"
        class={cx(
          "absolute top-full mt-1 flex items-center gap-1.5 whitespace-nowrap rounded-2 border border-line-2 bg-raised px-2 py-1 text-small font-normal text-ink-3 shadow-2 group-has-[[role=listbox],table]/editor:hidden phone:hidden",
          props.column.numeric ? "right-0" : "left-0",
        )}
      >
        <Kbd keys="↵" /> {t().ui.grid.saveKey} <Kbd keys="⇥" /> {t().ui.grid.nextKey}{" "}
        <Kbd keys={t().ui.escapeKey} /> {t().ui.grid.cancelKey}
      </span>
    </div>
  );
}
