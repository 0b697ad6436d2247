import { lazy, Match, Suspense, Switch } from "solid-js";
import type { Calendar } from "#domain/analytics/chart/calendar.ts";
import type { PivotOrder } from "#domain/analytics/chart/pivot.ts";
import type { ChartPoint, ChartRange } from "#domain/analytics/chart/point.ts";
import type { ChartKind, ChartSpec, SpecOf } from "#domain/analytics/chart/spec.ts";
import { BigNumber } from "#web/features/analytics/query/big-number.tsx";
import { ResultGrid } from "#web/features/analytics/query/result-grid.tsx";
import type { ChartPictures } from "./chart-view.tsx";
import { isPicture } from "./is-picture.ts";
import { PivotTable } from "./pivot-table.tsx";
import type { Table } from "#domain/analytics/chart/plot.ts";
import type { Selection } from "./selection.ts";

type Drill = Parameters<typeof ResultGrid>[0]["drill"];

const ChartView = lazy(async () => ({
  default: (await import("./chart-view.tsx")).ChartView,
}));

/** A result as a spec shows it, whatever its kind: a picture, a figure, a crossed table, or the plain table (also without a spec). */
export function ChartBody(props: {
  table: Table;
  spec: ChartSpec | null;
  title: string;
  onPictures?: ((pictures: ChartPictures | undefined) => void) | undefined;
  source?: string | undefined;
  keys?: string | undefined;
  onPick?: ((point: ChartPoint, more: boolean) => void) | undefined;
  onBrush?: ((range: ChartRange | null) => void) | undefined;
  onNear?: ((near: boolean) => void) | undefined;
  onOrder?: ((order: PivotOrder | undefined) => void) | undefined;
  /** The columns of a plain table whose figures open their rows. */
  drill?: Drill | undefined;
  selected?: Selection | undefined;
  range?: ChartRange | undefined;
  fill?: boolean | undefined;
  calendar?: Calendar | undefined;
}) {
  const as = <K extends ChartKind>(kind: K): SpecOf<K> | undefined =>
    props.spec?.type === kind ? (props.spec as SpecOf<K>) : undefined;
  const picture = () => (isPicture(props.spec) ? props.spec : undefined);
  return (
    <Switch
      fallback={
        <div class={props.fill ? "h-full" : "h-90"}>
          <ResultGrid
            label={props.title}
            result={props.table}
            totals={as("table")?.totals}
            drill={props.drill}
          />
        </div>
      }
    >
      <Match when={as("number")}>
        {(spec) => (
          <BigNumber
            table={props.table}
            spec={spec()}
            onPick={props.onPick && ((point) => props.onPick?.(point, false))}
            compact={props.fill}
          />
        )}
      </Match>
      <Match when={as("pivot")}>
        {(spec) => (
          <PivotTable
            table={props.table}
            spec={spec()}
            title={props.title}
            fill={props.fill}
            onPick={props.onPick && ((point) => props.onPick?.(point, false))}
            onOrder={props.onOrder}
          />
        )}
      </Match>
      <Match when={picture()}>
        {(spec) => (
          <Suspense fallback={<div class={props.fill ? "h-full" : "h-85"} />}>
            <ChartView
              table={props.table}
              spec={spec()}
              title={props.title}
              source={props.source}
              keys={props.keys}
              onPictures={props.onPictures}
              onPick={props.onPick}
              onBrush={props.onBrush}
              onNear={props.onNear}
              selected={props.selected}
              range={props.range}
              fill={props.fill}
              calendar={props.calendar}
            />
          </Suspense>
        )}
      </Match>
    </Switch>
  );
}
