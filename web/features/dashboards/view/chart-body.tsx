import { createMemo, lazy, Match, Suspense, Switch } from "solid-js";
import type { ChartPoint } from "#domain/analytics/chart/point.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { isTime } from "#domain/analytics/profile.ts";
import type { Value } from "#domain/dashboards/condition.ts";
import { dimensionOf, picked } from "#domain/dashboards/dimension.ts";
import type { WidgetView } from "#domain/dashboards/model.ts";
import type { Table } from "#domain/dashboards/narrow.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { Bars } from "#web/features/dashboards/charts/bars.tsx";
import { drawnOf, type Drawn } from "#web/features/dashboards/charts/drawn.ts";
import { Lines } from "#web/features/dashboards/charts/lines.tsx";
import { markWords } from "#web/features/dashboards/charts/words.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";

/** The kinds that a dashboard does not draw itself. */
const OtherChart = lazy(async () => ({
  default: (await import("#web/features/analytics/chart/chart-body.tsx")).ChartBody,
}));

/** What is chosen after a click on a mark: it alone, nothing when it was alone, and with `more` it beside the others. */
function toggled(known: readonly Value[], key: Value, more: boolean): readonly Value[] {
  const on = known.includes(key);
  if (more) return on ? known.filter((one) => one !== key) : [...known, key];
  return on && known.length === 1 ? [] : [key];
}

/** A chart whose marks filter the other widgets: by a click, and along time by a brush. */
export function ChartBody(props: {
  widget: WidgetView;
  spec: ChartSpec;
  result: ReadResult;
  tables: readonly Table[];
}) {
  const { filters } = useDashboard();
  const drawn = createMemo(() => drawnOf(props.result, props.spec));
  const id = () => props.widget.id;
  const chosen = () => {
    const now = filters.selectionOf(id());
    return now && "values" in now.picks
      ? { column: now.label, values: now.picks.values }
      : undefined;
  };
  /** The first column of the mark that comes from one of a table decides. */
  const pick = (point: ChartPoint) => {
    for (const condition of point.conditions) {
      if (!("value" in condition)) continue;
      const by = dimensionOf(props.widget.sql, condition.column, props.tables);
      if (!by) continue;
      const values = toggled(chosen()?.values ?? [], condition.value, false);
      const picks = { values };
      const what = { widgetId: id(), label: condition.column, value: point.label, picks };
      filters.select(
        id(),
        values.length === 0 ? null : { ...what, condition: picked(by, { values }) },
      );
      return;
    }
  };
  return (
    <Switch
      fallback={
        <Suspense>
          <OtherChart
            table={props.result}
            spec={props.spec}
            title={props.widget.title}
            onPick={pick}
            selected={chosen()}
            fill
          />
        </Suspense>
      }
    >
      <Match when={drawn()}>
        {(chart) => <OwnChart widget={props.widget} drawn={chart()} tables={props.tables} />}
      </Match>
    </Switch>
  );
}

function OwnChart(props: { widget: WidgetView; drawn: Drawn; tables: readonly Table[] }) {
  const t = useTexts();
  const f = useFormat();
  const { locale } = useLocale();
  const { filters } = useDashboard();
  const id = () => props.widget.id;
  const axis = () => props.drawn.axis;
  const dimension = createMemo(() => dimensionOf(props.widget.sql, axis().name, props.tables));
  const words = createMemo(() => markWords(axis(), locale(), f(), t().analytics.preview));
  const picks = () => filters.selectionOf(id())?.picks;
  const values = (): readonly Value[] | undefined => {
    const now = picks();
    return now && "values" in now ? now.values : undefined;
  };
  const span = () => {
    const now = picks();
    if (!now || !("from" in now)) return undefined;
    const inside = axis().values.flatMap((value, at) =>
      typeof value === "number" && value >= now.from && value <= now.to ? [at] : [],
    );
    const [from] = inside;
    return from === undefined ? undefined : { from, to: inside.at(-1) ?? from };
  };
  const pick = (key: Value, more: boolean) => {
    const by = dimension();
    if (!by) return;
    const next = toggled(values() ?? [], key, more);
    const value = next.map((one) => words().name(one)).join(", ");
    const condition = picked(by, { values: next });
    const chosen = {
      widgetId: id(),
      label: axis().name,
      value,
      condition,
      picks: { values: next },
    };
    filters.select(id(), next.length === 0 ? null : chosen);
  };
  const brush = (range: { from: number; to: number } | null) => {
    const by = dimension();
    const [from, to] = [axis().values[range?.from ?? -1], axis().values[range?.to ?? -1]];
    if (!by || typeof from !== "number" || typeof to !== "number") {
      filters.select(id(), null);
      return;
    }
    const value = t().dashboards.brush.span(words().name(from), words().name(to));
    const condition = picked(by, { from, to });
    filters.select(id(), {
      widgetId: id(),
      label: axis().name,
      value,
      condition,
      picks: { from, to },
    });
  };
  const bars = () =>
    axis().values.map((key, at) => {
      const value = props.drawn.series[0]?.values[at] ?? null;
      const text = value === null ? "–" : words().short(value);
      return { key, label: words().name(key), value, text };
    });
  return (
    <Switch>
      <Match when={props.drawn.type === "bars"}>
        <Bars
          label={props.widget.title}
          bars={bars()}
          chosen={values()}
          onPick={dimension() ? pick : undefined}
        />
      </Match>
      <Match when={props.drawn.type === "lines"}>
        <Lines
          label={t().analytics.chart.label(props.widget.title)}
          drawn={props.drawn}
          words={words()}
          span={span()}
          onSpan={dimension() && isTime(axis().kind) ? brush : undefined}
        />
      </Match>
    </Switch>
  );
}
