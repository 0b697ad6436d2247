import { createMemo, lazy, Match, onMount, Show, Suspense, Switch } from "solid-js";
import type { PivotOrder } from "#domain/analytics/chart/pivot.ts";
import type { WidgetView } from "#domain/dashboards/model.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { onPaper } from "#web/features/dashboards/export/on-paper.ts";
import { PaperTable } from "#web/features/dashboards/export/paper-table.tsx";
import type { ShownTable } from "#web/features/dashboards/export/tables.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { usePrinting } from "#web/lib/printing.ts";
import { cx } from "#web/ui/cx.ts";
import { ProgressBar } from "#web/ui/progress.tsx";
import { Rendered } from "#web/ui/editor/rendered.tsx";
import type { GridSort } from "#web/ui/grid/column.ts";
import { Skeleton, SkeletonDelay } from "#web/ui/skeleton.tsx";
import { ChartBody, preloadCharts } from "./chart-body.tsx";
import { chartOf } from "./chart-of.ts";
import { Figure } from "./figure.tsx";
import { WidgetAbsent, WidgetFailed } from "./widget-trouble.tsx";
import type { Shown, WidgetResult } from "./widget-result.ts";

const ResultGrid = lazy(async () => ({
  default: (await import("#web/features/analytics/query/result-grid.tsx")).ResultGrid,
}));

/** What a widget shows: its text, its figure, its chart or its table, or why it shows none. */
export function WidgetBody(props: {
  widget: WidgetView;
  result: WidgetResult;
  asTable: boolean;
  /** Told how the rows of its table were sorted. */
  onSorted?: ((sort: GridSort | undefined) => void) | undefined;
  /** What goes on paper, where tables stand whole. */
  printed?: (() => ShownTable | undefined) | undefined;
  /** Told how its crossed table was. */
  onOrder?: ((order: PivotOrder | undefined) => void) | undefined;
}) {
  const t = useTexts();
  // The library of charts comes while the rows are read.
  onMount(() => props.widget.kind === "chart" && void preloadCharts());
  const shown = () => props.result.shown();
  const of = <K extends Shown["kind"]>(kind: K) => {
    const now = shown();
    return now.kind === kind ? (now as Extract<Shown, { kind: K }>) : undefined;
  };
  const printing = usePrinting();
  const paper = createMemo(() => (printing() ? props.printed?.() : undefined));
  const scale = () => {
    const on = paper() && onPaper(paper(), props.widget.layout).scale;
    return on === undefined || on === 1 ? undefined : on;
  };
  const rows = () => {
    const table = paper();
    return table && (table.spec === null || table.spec.type === "table") ? table : undefined;
  };
  const small = () => props.widget.kind === "number";
  const spec = (result: ReadResult) => (props.asTable ? null : chartOf(props.widget, result));
  return (
    <Switch>
      <Match when={props.widget.kind === "text"}>
        <div class="h-full overflow-y-auto print:overflow-visible [&_.prose-aetheria>:first-child]:mt-0">
          <Rendered text={props.widget.text} />
        </div>
      </Match>
      <Match when={props.widget.sql.trim() === ""}>
        <p class="text-ink-3">{t().dashboards.widget.noSql}</p>
      </Match>
      <Match when={of("absent")}>{(now) => <WidgetAbsent tables={now().tables} />}</Match>
      <Match when={of("unread") ?? of("failed")}>
        {(now) => (
          <WidgetFailed
            trouble={now()}
            known={props.result.tables()}
            small={small()}
            onAgain={() => props.result.again()}
          />
        )}
      </Match>
      <Match when={of("loading")}>{(now) => <Waiting {...now()} small={small()} />}</Match>
      <Match when={of("ready")}>
        {(now) => (
          <div
            style={{ zoom: scale() }}
            aria-busy={now().busy}
            class={cx("h-full transition-opacity", now().busy && "opacity-70 delay-150")}
          >
            <Show
              when={now().result.rows.length > 0}
              fallback={<p class="text-ink-3">{t().dashboards.widget.noRows}</p>}
            >
              <Show when={rows()}>
                {(table) => <PaperTable shown={table()} more={now().result.more} />}
              </Show>
              <Show
                when={spec(now().result)}
                fallback={
                  <Suspense fallback={<Waiting share={undefined} reading={[]} small={false} />}>
                    <div class="screen-only -mx-4 -mb-4 h-[calc(100%+1rem)] overflow-hidden rounded-b-3 contain-size">
                      <ResultGrid
                        label={props.widget.title}
                        result={now().result}
                        onSorted={props.onSorted}
                      />
                    </div>
                  </Suspense>
                }
              >
                {(chart) => (
                  <Show
                    when={chart().type !== "number"}
                    fallback={<Figure spec={chart()} result={now().result} />}
                  >
                    {/* A crossed table scrolls in the height it is given. */}
                    <div
                      class={cx(
                        "h-full",
                        chart().type === "pivot" && "contain-size print:contain-none",
                        chart().type === "table" && "screen-only",
                      )}
                    >
                      <ChartBody
                        widget={props.widget}
                        spec={chart()}
                        result={now().result}
                        tables={props.result.tables()}
                        onOrder={props.onOrder}
                      />
                    </div>
                  </Show>
                )}
              </Show>
            </Show>
          </div>
        )}
      </Match>
    </Switch>
  );
}

/** The shape of what is coming, what is read for it, and how far that is. */
function Waiting(props: { share: number | undefined; reading: readonly string[]; small: boolean }) {
  const t = useTexts();
  const words = () => t().dashboards.widget;
  const doing = () =>
    props.reading.length > 0 ? words().reading(props.reading) : words().computing;
  return (
    <SkeletonDelay>
      <p class="truncate text-small text-ink-3" title={doing()}>
        {doing()}
      </p>
      <Show
        when={props.share === undefined}
        fallback={
          <ProgressBar class="mt-2" label={doing()} value={Math.round((props.share ?? 0) * 100)} />
        }
      >
        <Show when={!props.small} fallback={<Skeleton class="mt-1 h-6 w-28" />}>
          <div class="flex flex-col gap-4 pt-3">
            <Skeleton class="h-3.5 w-11/12" />
            <Skeleton class="h-3.5 w-8/12" />
            <Skeleton class="h-3.5 w-7/12" />
            <Skeleton class="h-3.5 w-4/12" />
          </div>
        </Show>
      </Show>
    </SkeletonDelay>
  );
}
