import IconDown from "~icons/lucide/trending-down";
import IconLevel from "~icons/lucide/move-right";
import IconUp from "~icons/lucide/trending-up";
import { createMemo, Show } from "solid-js";
import { bigFigure, courseOf, writtenChange } from "#domain/analytics/chart/big.ts";
import { openSpan } from "#domain/analytics/chart/calendar.ts";
import type { ChartPoint } from "#domain/analytics/chart/point.ts";
import type { SpecOf } from "#domain/analytics/chart/spec.ts";
import { calendarOf } from "#web/features/analytics/chart/calendar-of.ts";
import { Running } from "#web/features/analytics/chart/running.tsx";
import { valueWriter } from "#web/features/analytics/chart/chart-words.ts";
import { figureWriter } from "#domain/analytics/chart/figure.ts";
import type { Table } from "#domain/analytics/chart/plot.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";

const TONES = { true: "text-ok", false: "text-bad", null: "text-ink" };

/** One number as the whole answer, and how far it is from the one before or from its target. */
export function BigNumber(props: {
  table: Table;
  spec: SpecOf<"number">;
  /** In a place that has a title of its own: smaller, without the name of the figure. */
  compact?: boolean | undefined;
  onPick?: ((point: ChartPoint) => void) | undefined;
}) {
  const t = useTexts();
  const f = useFormat();
  const { locale } = useLocale();
  const big = createMemo(() => bigFigure(props.table, props.spec));
  /** Cents say nothing beside thousands, unless somebody asked for them. */
  const figures = createMemo(() => {
    const large = Math.abs(big().value ?? 0) >= 1_000 && props.spec.format?.style === undefined;
    return figureWriter(locale(), { ...(large && { decimals: 0 }), ...props.spec.format });
  });
  const text = () => {
    const { value } = big();
    return value === null ? "–" : figures().full(value);
  };
  const against = () => {
    const held = big().against;
    const words = t().analytics.chart.big;
    if (held === null) return "";
    const value = figures().full(held.value);
    if (held.kind === "target") return words.target(value);
    const at = props.table.columns.findIndex(({ name }) => name === props.spec.over);
    const column = props.table.columns[at];
    if (held.kind === "column" || column === undefined)
      return words.than(value, props.spec.before ?? "");
    const all = props.table.rows.map((row) => row[at] ?? null);
    const write = valueWriter(column.kind, all, locale(), f(), t().analytics.preview);
    return words.than(value, write(held.at));
  };
  const change = () => writtenChange(big(), locale(), props.spec.format);
  const open = () => openSpan(props.table, props.spec.over, calendarOf().today);
  const course = () => courseOf(big().change, props.spec.better);
  // A part of a month is neither better nor worse than a whole one.
  const tone = () => (open() === null ? TONES[`${course().good}`] : TONES.null);
  const pick = () => {
    const { value } = big();
    if (value === null) return;
    const at = props.table.columns.findIndex(({ name }) => name === props.spec.over);
    const times = props.table.rows.flatMap((row) => {
      const cell = row[at];
      return typeof cell === "number" ? cell : [];
    });
    const last = props.spec.over === undefined ? undefined : times.toSorted((a, b) => a - b).at(-1);
    const conditions = last === undefined ? [] : [{ column: props.spec.over ?? "", value: last }];
    props.onPick?.({
      conditions,
      measure: props.spec.value,
      figure: value,
      label: props.spec.value,
    });
  };
  const size = () => (props.compact ? "text-display" : "text-amount");
  return (
    <p class={props.compact ? "" : "px-5 py-6"}>
      <Show
        when={props.onPick}
        fallback={<span class={cx("num block font-semibold", size())}>{text()}</span>}
      >
        <button
          type="button"
          class={cx("num block rounded-2 text-left font-semibold hover:underline", size())}
          onClick={pick}
        >
          {text()}
        </button>
      </Show>
      <Show when={!props.compact}>
        <span class="block text-ink-3">{props.spec.value}</span>
      </Show>
      <Show when={big().against}>
        <span class="mt-1 flex flex-wrap items-center gap-x-1.5 text-small text-ink-3">
          <Show when={change()}>
            {(share) => (
              <span class={cx("num flex items-center gap-1 font-medium", tone())}>
                <Icon
                  of={course().way > 0 ? IconUp : course().way < 0 ? IconDown : IconLevel}
                  size={14}
                />
                {share()}
              </span>
            )}
          </Show>
          {against()}
          <Running step={open()} />
        </span>
      </Show>
    </p>
  );
}
