import { lazy, Match, onMount, Show, Suspense, Switch } from "solid-js";
import type { WidgetView } from "#domain/dashboards/model.ts";

import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { useTexts } from "#web/lib/i18n.tsx";
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
}) {
  const t = useTexts();
  // The library of charts comes while the rows are read.
  onMount(() => props.widget.kind === "chart" && void preloadCharts());
  const shown = () => props.result.shown();
  const of = <K extends Shown["kind"]>(kind: K) => {
    const now = shown();
    return now.kind === kind ? (now as Extract<Shown, { kind: K }>) : undefined;
  };
  const spec = (result: ReadResult) => (props.asTable ? null : chartOf(props.widget, result));
  return (
    <Switch>
      <Match when={props.widget.kind === "text"}>
        <div class="h-full overflow-y-auto [&_.prose-aetheria>:first-child]:mt-0">
          <Rendered text={props.widget.text} />
        </div>
      </Match>
      <Match when={props.widget.sql.trim() === ""}>
        <p class="text-ink-3">{t().dashboards.widget.noSql}</p>
      </Match>
      <Match when={of("absent")}>{(now) => <WidgetAbsent tables={now().tables} />}</Match>
      <Match when={of("failed")}>
        {(now) => (
          <WidgetFailed error={now().error} sql={now().sql} tables={props.result.tables()} />
        )}
      </Match>
      <Match when={of("loading")}>
        {(now) => <Waiting share={now().share} small={props.widget.kind === "number"} />}
      </Match>
      <Match when={of("ready")}>
        {(now) => (
          <div
            aria-busy={now().busy}
            class={cx("h-full transition-opacity", now().busy && "opacity-70 delay-150")}
          >
            <Show
              when={now().result.rows.length > 0}
              fallback={<p class="text-ink-3">{t().dashboards.widget.noRows}</p>}
            >
              <Show
                when={spec(now().result)}
                fallback={
                  <Suspense fallback={<Waiting share={undefined} small={false} />}>
                    <div class="-mx-4 -mb-4 h-[calc(100%+1rem)]">
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
                    <ChartBody
                      widget={props.widget}
                      spec={chart()}
                      result={now().result}
                      tables={props.result.tables()}
                    />
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

/** The shape of what is coming, and how far a large file is read. */
function Waiting(props: { share: number | undefined; small: boolean }) {
  const t = useTexts();
  return (
    <SkeletonDelay>
      <Show
        when={props.share === undefined}
        fallback={
          <ProgressBar
            label={t().dashboards.widget.reading}
            value={Math.round((props.share ?? 0) * 100)}
          />
        }
      >
        <Show when={!props.small} fallback={<Skeleton class="mt-1 h-6 w-28" />}>
          <div class="flex flex-col gap-4 pt-2">
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
