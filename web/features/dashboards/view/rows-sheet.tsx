import { createMemo } from "solid-js";
import { figureWriter } from "#domain/analytics/chart/figure.ts";
import type { WidgetView } from "#domain/dashboards/model.ts";
import { RowsPanel } from "#web/features/analytics/drill/rows-panel.tsx";
import type { FoundRows } from "#web/features/analytics/drill/run-all-rows.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { runWidgetRows } from "./run-widget-rows.ts";
import type { WidgetResult } from "./widget-result.ts";

/** Figures that are told of one widget's rows at most. */
const MOST_FIGURES = 3;

/** The rows behind a widget's figures, under every filter and its own choice, with what they give; or why they can't be told. */
export function RowsSheet(props: {
  widget: WidgetView;
  result: WidgetResult;
  onClose: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const { locale } = useLocale();
  const { sources } = useDashboard();
  const words = () => t().dashboards.rows;
  /** What it reads may still be on its way: there are no rows of it to look for yet. */
  const waits = createMemo(() => props.result.shown().kind === "loading");
  const find = () => {
    if (waits()) return undefined;
    const question = props.result.question();
    const { kind, chart } = props.widget;
    return async (engine: Engine, signal: AbortSignal): Promise<FoundRows> =>
      question.sql.trim() === ""
        ? { reason: "no-from" }
        : runWidgetRows(engine, { kind, chart }, question, signal);
  };
  const says = ({ total, figures, unsure }: Exclude<FoundRows, { reason: unknown }>): string => {
    const rows = f().number(total);
    const write = figureWriter(locale(), props.widget.chart?.format).full;
    const [first, ...more] = figures.slice(0, MOST_FIGURES);
    if (first === undefined) return words().count(total, rows);
    const given =
      more.length === 0
        ? write(first.value)
        : [first, ...more].map(({ name, value }) => `${name} ${f().number(value)}`).join(" · ");
    const { sum, within } = t().analytics.chart.drill;
    return unsure ? within(total, rows, given) : sum(total, rows, given);
  };
  return (
    <RowsPanel
      keeper={sources.keeper()}
      label={props.widget.title}
      find={find()}
      says={says}
      reasons={{ ...t().analytics.chart.drill.reasons, ...words().reasons, why: words().why }}
      onClose={() => props.onClose()}
    />
  );
}
