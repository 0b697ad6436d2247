import { createEffect, createSignal, on, Show } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { orderTable, type TablePages } from "#web/features/analytics/engine/pages.ts";
import type { Cell, ResultColumn } from "#web/features/analytics/engine/values.ts";
import type { Library } from "#web/features/analytics/library.ts";
import { ResultGrid } from "#web/features/analytics/query/result-grid.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import type { GridSort } from "#web/ui/grid/column.ts";

const PAGE = 500;

/** Every row of the file, fetched as one scrolls; sorting orders the whole of it once. */
export function RowsView(props: { library: Library; dataSet: DataSet }) {
  const t = useTexts();
  const [sort, setSort] = createSignal<GridSort>();
  const [result, setResult] = createSignal<{ columns: ResultColumn[]; rows: Cell[][] }>({
    columns: [],
    rows: [],
  });
  const [error, setError] = createSignal<unknown>();
  const [busy, setBusy] = createSignal(true);
  let pages: TablePages | undefined;
  let asked = 0;

  const start = async (order: GridSort | undefined) => {
    const mine = ++asked;
    setBusy(true);
    setError(undefined);
    try {
      const { keeper } = props.library;
      const { table } = props.dataSet;
      const first = await keeper.use(async (engine) => {
        pages = await orderTable(engine, table, order);
        return pages.page(0, PAGE);
      });
      if (mine === asked) setResult(first);
    } catch (failure) {
      if (mine === asked) setError(failure);
    } finally {
      if (mine === asked) setBusy(false);
    }
  };
  const more = async () => {
    const { rows } = result();
    if (busy() || pages === undefined || rows.length === 0 || rows.length >= props.dataSet.rows)
      return;
    const mine = asked;
    setBusy(true);
    const from = pages;
    const next = await props.library.keeper
      .use(() => from.page(rows.length, PAGE))
      .catch(() => undefined);
    if (mine !== asked) return;
    if (next !== undefined) setResult({ columns: next.columns, rows: [...rows, ...next.rows] });
    setBusy(false);
  };
  createEffect(on(sort, (order) => void start(order)));
  return (
    <Show
      when={!error()}
      fallback={
        <ErrorState
          title={t().analytics.engine.lost}
          body={t().analytics.engine.lostBody}
          onRetry={() => void start(sort())}
        />
      }
    >
      <ResultGrid
        label={props.dataSet.fileName}
        result={result()}
        total={props.dataSet.rows}
        sort={sort()}
        onSort={setSort}
        onEnd={() => void more()}
        loading={busy()}
      />
    </Show>
  );
}
