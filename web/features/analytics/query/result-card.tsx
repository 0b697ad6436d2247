import IconChart from "~icons/lucide/chart-line";
import IconDownload from "~icons/lucide/download";
import IconAdjust from "~icons/lucide/sliders-horizontal";
import IconTable from "~icons/lucide/table-2";
import { createEffect, createMemo, createSignal, lazy, on, Show, Suspense } from "solid-js";
import type { PivotOrder } from "#domain/analytics/chart/pivot.ts";
import type { ChartPoint } from "#domain/analytics/chart/point.ts";
import { shapeOf } from "#domain/analytics/chart/shape.ts";
import { drawing, undrawn } from "#domain/analytics/chart/together.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { cellPoint, drillableColumns } from "#domain/analytics/drill/cell-point.ts";
import { ChartBody } from "#web/features/analytics/chart/chart-body.tsx";
import type { ChartPictures } from "#web/features/analytics/chart/chart-view.tsx";
import { valueWriter } from "#web/features/analytics/chart/chart-words.ts";
import { PinButton } from "#web/features/dashboards/pin/pin-button.tsx";
import type { PinPlace } from "#web/features/dashboards/pin/pin-widget.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import { seconds } from "#web/features/analytics/seconds.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { Popover } from "#web/ui/popover.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import type { Answer } from "./answer.ts";
import { beside, type Beside } from "./beside.ts";
import { resultExports } from "./result-exports.ts";
import { Undrawn } from "./undrawn.tsx";
import { resultTitle } from "./result-title.ts";

const ChartEditor = lazy(async () => ({
  default: (await import("#web/features/analytics/chart/edit/chart-editor.tsx")).ChartEditor,
}));
const DrillPanel = lazy(async () => ({
  default: (await import("#web/features/analytics/drill/drill-panel.tsx")).DrillPanel,
}));

type View = "chart" | "table";

/** An answer: the chart that its shape asks for or a person chose, its table, both to take away, and the rows behind each mark. */
export function ResultCard(props: {
  answer: Answer;
  fileName: string;
  title?: string | undefined;
  /** The engine that answered; with it, marks open their rows. */
  keeper?: Pick<EngineKeeper, "use"> | undefined;
  /** Told of each choice about the chart, which the answer then carries; without it, the choice lasts as long as the question. */
  onChart?: ((spec: ChartSpec | null) => void) | undefined;
  /** Where the answer stands; with it, it can be pinned to a dashboard. */
  place?: PinPlace | undefined;
  /** One of many beside each other: its chart is as high as the others, its choices are icons. */
  compact?: boolean | undefined;
}) {
  const t = useTexts();
  const f = useFormat();
  const { language, locale } = useLocale();
  const phone = createMediaQuery("(width < 40rem)");
  const words = () => t().analytics;
  const [view, setView] = createSignal<View>("chart");
  const [pictures, setPictures] = createSignal<ChartPictures>();
  const [chosen, setChosen] = createSignal<ChartSpec | null>();
  const [order, setOrder] = createSignal<PivotOrder>();
  /** With the answer that it was pressed on: another may arrive while its rows are looked at. */
  const [picked, setPicked] = createSignal<{ point: ChartPoint; question: Answer }>();
  const pick = (point: ChartPoint | null): void =>
    void setPicked(point === null ? undefined : { point, question: props.answer });
  const spec = () => {
    const own = chosen();
    return own === undefined ? props.answer.chart : own;
  };
  const title = () => props.title ?? resultTitle(spec(), words());
  const tight = () => props.compact === true || phone();
  const filled = () => props.compact === true && !phone() && shown() === "chart";
  const plain = (): boolean => spec() === null || spec()?.type === "table";
  const shown = (): View => (plain() ? "table" : view());
  /** What is on screen: the plain table has no spec but its own. */
  const drawn = () => (shown() === "chart" || spec()?.type === "table" ? spec() : null);
  const shape = createMemo(() => shapeOf(props.answer));
  createEffect(
    on(
      () => props.answer.sql,
      () => setChosen(undefined),
      { defer: true },
    ),
  );
  createEffect(
    on(
      () => [spec()?.type, shown()],
      () => {
        setOrder(undefined);
      },
      { defer: true },
    ),
  );
  // Who crosses a result wants to see it crossed, whatever was looked at before.
  createEffect(
    on(
      () => spec()?.type === "pivot",
      (crossed) => crossed && setView("chart"),
      { defer: true },
    ),
  );
  const choose = (next: ChartSpec | null): void => {
    setView("chart");
    if (props.onChart) props.onChart(next);
    else setChosen(next);
  };
  const drillable = createMemo(() => drillableColumns(props.answer));
  const pickCell = (row: readonly Cell[], column: string): void => {
    const { columns, rows } = props.answer;
    const write = (value: Cell, at: number): string => {
      const all = rows.map((one) => one[at] ?? null);
      return valueWriter(
        columns[at]?.kind ?? "text",
        all,
        locale(),
        f(),
        words().preview,
        true,
      )(value);
    };
    pick(cellPoint(props.answer, row, column, write));
  };
  let card!: HTMLElement;
  const [side, setSide] = createSignal<Beside>(null);
  // What is set is to be seen while it is set.
  const findSide = (open: boolean): void => {
    const { innerWidth: width, innerHeight: height } = window;
    if (open) setSide(beside(card.getBoundingClientRect(), { width, height }));
  };
  const count = () => {
    const { rows, more, ms } = props.answer;
    const time = seconds(ms, f());
    return more
      ? words().query.more(f().number(rows.length), time)
      : words().query.rows(rows.length, f().number(rows.length), time);
  };
  return (
    <section
      ref={card}
      class="overflow-hidden rounded-card border border-line bg-surface"
      aria-label={title()}
    >
      <header class="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5">
        <h2 class="min-w-0 truncate font-semibold">{title()}</h2>
        <span class="num text-small text-ink-3" data-testid="result-count">
          {count()}
        </span>
        <span class="ml-auto flex items-center gap-1">
          <Show when={!plain()}>
            <SegmentedControl<View>
              label={words().chart.view}
              value={view()}
              onChange={setView}
              options={[
                { value: "chart", label: words().chart.chart, icon: IconChart, iconOnly: tight() },
                { value: "table", label: words().chart.table, icon: IconTable, iconOnly: tight() },
              ]}
            />
          </Show>
          <Show when={props.answer.rows.length > 0}>
            <Popover
              label={words().chart.edit.open}
              placement={side() ?? "bottom-end"}
              anchor={() => (side() === null ? undefined : card)}
              onOpenChange={findSide}
              class="max-h-[min(40rem,var(--kb-popper-content-available-height))] w-130 overflow-y-auto p-4"
              trigger={(attributes) => (
                <IconButton
                  {...attributes}
                  quiet
                  icon={IconAdjust}
                  label={words().chart.edit.open}
                />
              )}
            >
              <Suspense>
                <ChartEditor shape={shape()} spec={spec()} onChange={choose} />
              </Suspense>
            </Popover>
          </Show>
          <Show when={props.place}>
            {(place) => (
              <PinButton
                place={place()}
                pinned={{ title: title(), sql: props.answer.sql, chart: spec() }}
              />
            )}
          </Show>
          <DropdownMenu
            placement="bottom-end"
            items={resultExports({
              table: props.answer,
              spec: drawn(),
              order: order(),
              pictures: pictures(),
              title: title(),
              source: props.fileName,
              speech: { language: language(), locale: locale(), f: f(), t: words() },
            })}
            trigger={(attributes) => (
              <IconButton {...attributes} quiet icon={IconDownload} label={words().chart.export} />
            )}
          />
        </span>
      </header>
      <Show
        when={props.answer.rows.length > 0}
        fallback={<EmptyState title={words().query.noRows} body={words().query.noRowsBody} />}
      >
        <div
          class={cx(
            shown() === "chart" && "overflow-y-auto px-3 pb-3 pt-1",
            shown() === "chart" && (filled() ? "h-70" : "max-h-150"),
          )}
        >
          <ChartBody
            fill={filled()}
            table={props.answer}
            spec={drawn()}
            title={title()}
            source={props.fileName}
            onPictures={setPictures}
            onOrder={setOrder}
            onPick={props.keeper ? pick : undefined}
            drill={props.keeper ? { columns: drillable(), onPick: pickCell } : undefined}
          />
          <Undrawn
            names={shown() === "chart" ? undrawn(spec(), shape()) : []}
            onDraw={(name) => {
              const now = spec();
              if (now) choose(drawing(now, name));
            }}
          />
        </div>
      </Show>
      <Show when={props.keeper && picked()} keyed>
        {(now) => (
          <Suspense>
            <DrillPanel
              keeper={props.keeper!}
              question={now.question}
              point={now.point}
              onClose={() => pick(null)}
            />
          </Suspense>
        )}
      </Show>
    </section>
  );
}
