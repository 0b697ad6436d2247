import { createMemo, lazy, on, onCleanup, Suspense, untrack } from "solid-js";
import type { PivotOrder } from "#domain/analytics/chart/pivot.ts";
import type { ChartPoint, ChartRange } from "#domain/analytics/chart/point.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { dimensionOf } from "#domain/dashboards/dimension.ts";
import { spanOf } from "#domain/dashboards/span-of.ts";
import type { WidgetView } from "#domain/dashboards/model.ts";
import type { Table } from "#domain/dashboards/narrow.ts";
import { valueWriter } from "#web/features/analytics/chart/chart-words.ts";
import { calendarOf } from "#web/features/analytics/chart/calendar-of.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { pointChoice, spanChoice, type Choice } from "./cross-filter.ts";

const Chart = lazy(async () => ({
  default: (await import("#web/features/analytics/chart/chart-body.tsx")).ChartBody,
}));

/** Brings what draws charts before the first result asks for it. */
export const preloadCharts = (): Promise<unknown> =>
  Promise.all([Chart.preload(), import("#web/features/analytics/chart/chart-view.tsx")]);

/** A chart whose marks filter the other widgets: by a press (with Ctrl or Shift by several), and along time or numbers by a brush. */
export function ChartBody(props: {
  widget: WidgetView;
  spec: ChartSpec;
  result: ReadResult;
  tables: readonly Table[];
  /** Told how a crossed table was ordered by a press. */
  onOrder?: ((order: PivotOrder | undefined) => void) | undefined;
}) {
  const t = useTexts();
  const f = useFormat();
  const { locale } = useLocale();
  const { filters } = useDashboard();
  const id = () => props.widget.id;
  const place = (column: string) => props.result.columns.findIndex(({ name }) => name === column);
  const kindOf = (column: string) => props.result.columns[place(column)]?.kind ?? "text";
  const origin = () => ({ sql: props.widget.sql, tables: props.tables, kindOf });
  const now = () => {
    const known = filters.selectionOf(id());
    return known && { column: known.label, picks: known.picks };
  };
  const selected = () => {
    const known = now();
    return known && "values" in known.picks
      ? { column: known.column, values: known.picks.values }
      : undefined;
  };
  const range = () => {
    const known = now();
    return known && "from" in known.picks ? { column: known.column, ...known.picks } : undefined;
  };
  const said = ({ column, picks }: Choice): string => {
    const all = props.result.rows.map((row) => row[place(column)] ?? null);
    const write = valueWriter(kindOf(column), all, locale(), f(), t().analytics.preview);
    return "values" in picks
      ? picks.values.map(write).join(", ")
      : t().dashboards.brush.span(write(picks.from), write(picks.to));
  };
  const choose = (choice: Choice | null): unknown =>
    filters.select(
      id(),
      choice && {
        widgetId: id(),
        label: choice.column,
        value: said(choice),
        condition: choice.condition,
        picks: choice.picks,
      },
    );
  const pick = (point: ChartPoint, more: boolean): void => {
    const along = props.spec.type === "line" || props.spec.type === "area";
    const choice = pointChoice(origin(), point, now(), { more, along });
    if (choice !== undefined) choose(choice);
  };
  /** The columns that a mark could filter by. */
  const dimensions = createMemo(() =>
    props.result.columns.filter(
      ({ name }) => dimensionOf(props.widget.sql, name, props.tables) !== null,
    ),
  );
  const axis = (): string | undefined => {
    const { spec } = props;
    return "x" in spec ? spec.x : spec.type === "bar" ? spec.category : undefined;
  };
  /** What narrowed the result along its axis. With the result: a filter that was just chosen has none yet. */
  const calendar = createMemo(
    on(
      () => props.result,
      () => {
        const column = axis();
        const by =
          column === undefined ? null : dimensionOf(props.widget.sql, column, props.tables);
        const conditions = filters.conditionsFor(id(), new Set());
        return calendarOf(new Date(), by ? spanOf(conditions, by.column) : undefined);
      },
    ),
  );
  const brush = (next: ChartRange | null): void => void choose(next && spanChoice(origin(), next));
  const along = (): string | undefined => {
    const { spec } = props;
    return spec.type === "histogram" ? spec.value : "x" in spec ? spec.x : undefined;
  };
  const brushes = () => dimensions().some(({ name }) => name === along());
  const own = untrack(id);
  onCleanup(() => filters.comeNear(own, null));
  /** A brush over all that is drawn stands for any that may follow: only its ends will differ. */
  const near = (is: boolean): void => {
    const column = is ? along() : undefined;
    if (column === undefined) return filters.comeNear(id(), null);
    const at = props.result.rows.map((row) => row[place(column)]);
    const values = at.filter((value): value is number => typeof value === "number");
    if (values.length === 0) return;
    const [from, to] = [Math.min(...values), Math.max(...values)];
    filters.comeNear(id(), spanChoice(origin(), { column, from, to })?.condition ?? null);
  };
  return (
    <Suspense>
      <Chart
        table={props.result}
        spec={props.spec}
        title={props.widget.title}
        keys={t().analytics.chart.keysFilter}
        onPick={dimensions().length > 0 ? pick : undefined}
        onBrush={brushes() ? brush : undefined}
        onNear={near}
        onOrder={props.onOrder}
        selected={selected()}
        range={range()}
        calendar={calendar()}
        fill
      />
    </Suspense>
  );
}
