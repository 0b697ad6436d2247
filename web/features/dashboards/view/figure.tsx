import IconDown from "~icons/lucide/trending-down";
import IconLevel from "~icons/lucide/move-right";
import IconUp from "~icons/lucide/trending-up";
import { createMemo, Show } from "solid-js";
import {
  bigFigure,
  courseOf,
  heldFigure,
  writtenChange,
  writtenFigure,
} from "#domain/analytics/chart/big.ts";
import { openSpan } from "#domain/analytics/chart/calendar.ts";
import type { ChartSpec, SpecOf } from "#domain/analytics/chart/spec.ts";
import { calendarOf } from "#web/features/analytics/chart/calendar-of.ts";
import { Running } from "#web/features/analytics/chart/running.tsx";
import { valueWriter } from "#web/features/analytics/chart/chart-words.ts";
import { figureWriter } from "#domain/analytics/chart/figure.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";

const TONES = { true: "text-ok", false: "text-bad", null: "text-ink-2" };

/**
 * One figure in its format, and how far it is from its target, from the row before (`over`) or from another column: the one that the
 * spec names, or the second number beside it in the result.
 */
export function Figure(props: {
  spec: ChartSpec;
  result: Pick<ReadResult, "columns" | "rows">;
  /** When it was computed; now, unless told otherwise. */
  at?: string | undefined;
}) {
  const t = useTexts();
  const f = useFormat();
  const { locale } = useLocale();
  const own = (): SpecOf<"number"> =>
    props.spec.type === "number" ? props.spec : { type: "number", value: "" };
  const spec = () => heldFigure(props.result.columns, own());
  const big = createMemo(() => bigFigure(props.result, spec()));
  const text = () => writtenFigure(big().value, locale(), props.spec.format);
  const against = () => {
    const held = big().against;
    if (held === null) return "";
    if (held.kind === "target")
      return t().analytics.chart.big.target(
        figureWriter(locale(), props.spec.format).full(held.value),
      );
    if (held.kind === "column") return t().dashboards.widget.against(spec().before ?? "");
    const at = props.result.columns.findIndex(({ name }) => name === spec().over);
    const all = props.result.rows.map((row) => row[at] ?? null);
    const kind = props.result.columns[at]?.kind ?? "text";
    const write = valueWriter(kind, all, locale(), f(), t().analytics.preview);
    return t().dashboards.widget.against(write(held.at));
  };
  const open = () => {
    const { today } = calendarOf(props.at === undefined ? undefined : new Date(props.at));
    return openSpan(props.result, spec().over, today);
  };
  const course = () => courseOf(big().change, own().better);
  // A part of a month is neither better nor worse than a whole one.
  const tone = () => (open() === null ? TONES[`${course().good}`] : TONES.null);
  return (
    <div class="flat:flex flat:items-baseline flat:gap-2">
      <p
        class="figure-size num truncate font-semibold flat:text-lead"
        style={{ "--letters": text().length }}
        title={text()}
      >
        {text()}
      </p>
      <Show when={big().change !== null}>
        <p class="flex items-center gap-x-1.5 text-small text-ink-3 phone:flex-wrap flat:@max-[15rem]:sr-only">
          <span class={cx("num inline-flex items-center gap-1 font-medium", tone())}>
            <Icon
              of={course().way < 0 ? IconDown : course().way > 0 ? IconUp : IconLevel}
              size={12}
            />
            {writtenChange(big(), locale(), props.spec.format)}
          </span>
          <span class="truncate phone:whitespace-normal flat:sr-only" title={against()}>
            {against()} <Running step={open()} />
          </span>
        </p>
      </Show>
    </div>
  );
}
