import { createMemo, createSignal, Show } from "solid-js";
import { columnDigits } from "#domain/analytics/chart/figure.ts";
import { cellText } from "#web/features/analytics/cell-text.ts";
import { columnIcon } from "#web/features/analytics/column-icon.ts";
import { columnSum } from "#web/features/analytics/chart/column-sum.ts";
import type { Table } from "#domain/analytics/chart/plot.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import type { GridColumn, GridSort } from "#web/ui/grid/column.ts";
import { DataGrid } from "#web/ui/grid/data-grid.tsx";
import { columnRoom } from "./column-room.ts";
import { sortedRows } from "./sorted-rows.ts";
import { PreviewCell } from "#web/features/analytics/import/preview-cell.tsx";

interface Row {
  at: number;
  cells: readonly Cell[];
}

/** Rows of a result in the grid. Sorting is done here unless `onSort` takes it over (rows that are not all at hand). */
export function ResultGrid(props: {
  label: string;
  result: Table;
  /** A last row with the sums of the figures; of all rows at hand. */
  totals?: boolean | undefined;
  /** Opens what is behind a figure, in the columns where there is something. */
  drill?:
    | { columns: readonly string[]; onPick: (row: readonly Cell[], column: string) => void }
    | undefined;
  total?: number;
  sort?: GridSort | undefined;
  onSort?: (sort: GridSort | undefined) => void;
  /** Told how the rows at hand were sorted here. */
  onSorted?: ((sort: GridSort | undefined) => void) | undefined;
  onEnd?: () => void;
  loading?: boolean;
}) {
  const t = useTexts();
  const f = useFormat();
  const [ownSort, setOwnSort] = createSignal<GridSort>();
  const sortBy = (next: GridSort | undefined): void => {
    if (props.onSort) return props.onSort(next);
    setOwnSort(next);
    props.onSorted?.(next);
  };
  const sort = () => (props.onSort ? props.sort : ownSort());
  const columns = createMemo(() =>
    props.result.columns.map((column, at): GridColumn<Row> => {
      const figures = column.kind === "integer" || column.kind === "number";
      const cells = props.result.rows.slice(0, 200).map((row) => row[at] ?? null);
      const digits = column.kind === "number" ? columnDigits(cells) : undefined;
      return {
        id: column.name,
        label: column.name,
        width: columnRoom(column, props.onSort ? undefined : cells),
        icon: columnIcon(column.kind),
        numeric: figures,
        sortable: true,
        ...(props.totals && {
          foot: () =>
            figures
              ? cellText(
                  columnSum(props.result, at),
                  column.kind,
                  f(),
                  t().analytics.preview,
                  digits,
                )
              : at === 0
                ? t().analytics.chart.pivot.total
                : "",
        }),
        cell: (row) => {
          const cell = () => row.cells[at] ?? null;
          const text = () => cellText(cell(), column.kind, f(), t().analytics.preview, digits);
          const opens = () =>
            typeof cell() === "number" && props.drill?.columns.includes(column.name) === true;
          return (
            <Show when={opens()} fallback={<PreviewCell cell={cell()} text={text()} />}>
              <button
                type="button"
                tabIndex={-1}
                aria-label={t().analytics.chart.drill.open(text())}
                class="touch-target rounded-1 decoration-line-control underline-offset-2 hover:underline"
                onClick={() => props.drill?.onPick(row.cells, column.name)}
              >
                <PreviewCell cell={cell()} text={text()} />
              </button>
            </Show>
          );
        },
      };
    }),
  );
  const rows = createMemo(() => {
    const places = new Map(props.result.rows.map((cells, at) => [cells, at]));
    return sortedRows(props.result, props.onSort ? undefined : ownSort()).map((cells): Row => ({
      at: places.get(cells) ?? 0,
      cells,
    }));
  });
  return (
    <DataGrid<Row>
      label={props.label}
      columns={columns()}
      rows={rows()}
      rowId={(row) => String(row.at)}
      rowName={(row) => f().number(row.at + 1)}
      rowHeight={32}
      edge
      sort={sort()}
      onSort={sortBy}
      total={props.total ?? props.result.rows.length}
      onEnd={() => props.onEnd?.()}
      loading={props.loading ?? false}
    />
  );
}
