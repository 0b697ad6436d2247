import { For, Show } from "solid-js";
import { cx } from "#web/ui/cx.ts";
import type { Plot } from "#domain/analytics/chart/plot.ts";
import { heatSpan } from "./chart-options.ts";
import type { ChartWords } from "./chart-words.ts";
import { hasLegend } from "./legend-rule.ts";
import { slotOf } from "./slots.ts";

const FILLS = ["bg-c1", "bg-c2", "bg-c3", "bg-c4", "bg-c5", "bg-c6", "bg-c7", "bg-c8"];

/** The names of the series above a chart whose marks do not carry them. */
function Legend(props: { plot: Plot }) {
  return (
    <ul class="flex flex-wrap gap-x-3 gap-y-0.5 px-1 pt-1.5 text-small text-ink-2">
      <For each={props.plot.series}>
        {(series, at) => {
          const slot = () => slotOf(props.plot, at());
          return (
            <li class="flex items-center gap-1.5">
              <span
                class={cx(
                  "size-2 rounded-full",
                  FILLS[slot()] ?? "bg-c8",
                  (slot() === 1 || slot() === 6) && "ring-1 ring-line-control",
                )}
                aria-hidden="true"
              />
              {series.name}
            </li>
          );
        }}
      </For>
    </ul>
  );
}

const STEPS = ["bg-s0", "bg-s1", "bg-s2", "bg-s3", "bg-s4", "bg-s5", "bg-s6"];

/** The colours of a grid from its least to its greatest figure. */
function Ramp(props: { from: string; to: string }) {
  return (
    <p class="num flex items-center gap-2 px-1 pt-1.5 text-small text-ink-3">
      {props.from}
      <span
        class="flex h-2 w-32 overflow-hidden rounded-full [print-color-adjust:exact]"
        aria-hidden="true"
      >
        <For each={STEPS}>{(step) => <span class={cx("flex-1", step)} />}</For>
      </span>
      {props.to}
    </p>
  );
}

/** What the colours of a chart mean, above it, where its marks do not say so. */
export function ChartKey(props: { plot: Plot; words: ChartWords }) {
  const span = () => heatSpan(props.plot);
  return (
    <>
      <Show when={hasLegend(props.plot)}>
        <Legend plot={props.plot} />
      </Show>
      <Show when={props.plot.type === "heat" && props.plot.series.length > 0}>
        <Ramp from={props.words.short(span().min)} to={props.words.short(span().max)} />
      </Show>
    </>
  );
}
