import IconTable from "~icons/lucide/table-2";
import { createSignal, lazy, Match, Show, Suspense, Switch } from "solid-js";
import type { PublishedWidget } from "#domain/dashboards/share/figures.ts";
import { calendarOf } from "#web/features/analytics/chart/calendar-of.ts";
import { Figure } from "#web/features/dashboards/view/figure.tsx";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { Rendered } from "#web/ui/editor/rendered.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { FiguresTable } from "./figures-table.tsx";

/** Charts arrive when there are any to draw. */
const Drawn = lazy(async () => ({
  default: (await import("#web/features/analytics/chart/chart-body.tsx")).ChartBody,
}));

/** Whether a published widget is one figure. */
export const isFigure = ({ chart }: PublishedWidget): boolean => chart?.type === "number";

/** A published widget: as it was shown (`at` an instant, now without), a chart with its table behind a button. */
export function SharedWidget(props: { widget: PublishedWidget; at?: string | undefined }) {
  const t = useTexts();
  const f = useFormat();
  const [asTable, setAsTable] = createSignal(false);
  const words = () => t().dashboardShare.page;
  const calendar = () => calendarOf(props.at === undefined ? undefined : new Date(props.at));
  const small = () => isFigure(props.widget);
  const drawn = () => {
    const { chart } = props.widget;
    const picture = chart && chart.type !== "table" && chart.type !== "number";
    return picture && !asTable() ? chart : undefined;
  };
  const figure = () => {
    const { chart } = props.widget;
    return chart?.type === "number" ? chart : undefined;
  };
  const hasTable = () => {
    const { chart } = props.widget;
    return chart !== null && chart.type !== "table" && chart.type !== "number";
  };
  return (
    <section
      aria-label={props.widget.title}
      class={cx(
        "flex h-full min-h-0 flex-col rounded-3 border border-line bg-surface",
        small() && "flat:flex-row flat:items-center",
      )}
    >
      <header
        class={cx(
          "flex shrink-0 items-center gap-2 pl-4 pr-2",
          small() ? "pt-2 flat:min-w-0 flat:flex-1 flat:pt-0" : "min-h-11",
        )}
      >
        <h2
          class={cx(
            "min-w-0 truncate phone:my-1 phone:line-clamp-3 phone:whitespace-normal phone:wrap-anywhere",
            small() ? "text-ink-2" : "font-semibold",
          )}
          title={props.widget.title}
        >
          {props.widget.title}
        </h2>
        <span class="ml-auto flex items-center gap-2 print:hidden">
          <Show when={hasTable()}>
            <IconButton
              size="sm"
              icon={IconTable}
              label={words().table(props.widget.title)}
              pressed={asTable()}
              onClick={() => setAsTable((shown) => !shown)}
            />
          </Show>
        </span>
      </header>
      <div class={cx("min-h-0 flex-1 px-4 pb-3", small() && "flat:flex-none flat:pb-0")}>
        <Switch fallback={<FiguresTable widget={props.widget} />}>
          <Match when={props.widget.kind === "text"}>
            <Rendered text={props.widget.text} />
          </Match>
          <Match when={props.widget.rows.length === 0}>
            <p class="text-ink-3">{words().none}</p>
          </Match>
          <Match when={figure()}>
            {(spec) => <Figure spec={spec()} result={props.widget} at={props.at} />}
          </Match>
          <Match when={drawn()}>
            {(spec) => (
              <Suspense fallback={<div class="h-full" />}>
                <div class="h-full phone:grid phone:h-auto phone:min-h-70 print:h-auto">
                  <Drawn
                    table={props.widget}
                    spec={spec()}
                    title={props.widget.title}
                    calendar={calendar()}
                    fill
                  />
                </div>
              </Suspense>
            )}
          </Match>
        </Switch>
      </div>
      <Show when={props.widget.more}>
        <p class="px-4 pb-2 text-small text-ink-3">
          {words().first(props.widget.rows.length, f().number(props.widget.rows.length))}
        </p>
      </Show>
    </section>
  );
}
