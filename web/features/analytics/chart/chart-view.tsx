import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  on,
  onCleanup,
  onMount,
  Show,
} from "solid-js";
import type { ECharts } from "echarts/core";
import type { ChartPoint, ChartRange } from "#domain/analytics/chart/point.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import { createBrush } from "./brush.ts";
import { toPlot } from "./chart-data.ts";
import { chartOptions, hitOf, spotOf, type Hit, type Spot } from "./chart-options.ts";
import { chartWords } from "./chart-words.ts";
import { describe } from "./describe.ts";
import { init } from "./echarts.ts";
import { hasLegend, Legend } from "./legend.tsx";
import { nearest } from "./nearest.ts";
import { readPalette } from "./palette.ts";
import { framed } from "./pictures.ts";
import type { Plot, Table } from "./plot.ts";
import { canBrush, pointOf, rangeOf } from "./point-of.ts";
import type { Selection } from "./selection.ts";
import { chartTooltip } from "./tooltip.ts";
import { walk } from "./walk.ts";

/** Pictures of the chart as it is on screen. */
export interface ChartPictures {
  /** Twice the size, with title and date. */
  png: () => Promise<Blob>;
  svg: () => Promise<Blob>;
}

/**
 * Draws a result as a spec says. The arrows walk its marks and say them, Enter picks one; dragging, or Shift with the arrows, chooses a
 * span of a time or number axis. Its values stand in the table beside it. Kinds that are no picture (number, table, pivot) are not its.
 */
export function ChartView(props: {
  table: Table;
  spec: ChartSpec;
  title: string;
  onPictures?: ((pictures: ChartPictures) => void) | undefined;
  /** A click on a mark, or Enter at it. */
  onPick?: ((point: ChartPoint) => void) | undefined;
  /** A span chosen on the x axis; null when it was taken back by Esc. */
  onBrush?: ((range: ChartRange | null) => void) | undefined;
  /** Drawn strong, the others grey. */
  selected?: Selection | undefined;
  /** The span that is chosen, in values of the axis. */
  range?: ChartRange | undefined;
  /** Takes the height of its place instead of its own. */
  fill?: boolean | undefined;
}) {
  const t = useTexts();
  const f = useFormat();
  const { locale } = useLocale();
  const phone = createMediaQuery("(width < 40rem)");
  const dark = createMediaQuery("(prefers-color-scheme: dark)");
  const [theme, setTheme] = createSignal(document.documentElement.dataset["theme"]);
  const [chart, setChart] = createSignal<ECharts>();
  const [spot, setSpot] = createSignal<Spot>();
  const [said, setSaid] = createSignal("");
  const id = createUniqueId();
  let host!: HTMLDivElement;

  const preview = () => t().analytics.preview;
  const nameOf = (cell: Cell): string =>
    typeof cell === "boolean" ? (cell ? preview().yes : preview().no) : String(cell ?? "–");
  const plot = createMemo<Plot>(() => {
    const { other, count, box } = t().analytics.chart;
    const made = toPlot(props.table, props.spec, { other, count, box }, nameOf);
    return made ?? NOTHING;
  });
  const words = createMemo(() => chartWords(plot(), locale(), f(), preview()));
  const percent = (share: number): string => f().percent(Math.round(share * 10_000));
  const description = createMemo(() => describe(plot(), words(), percent, t().analytics.chart));
  const point = (at: Spot): ChartPoint | null => pointOf(plot(), at.at, at.series, words());
  const brush = createBrush({
    plot,
    chart,
    range: () => props.range,
    onBrush: (range) => props.onBrush?.(range),
    active: () => props.onBrush !== undefined && canBrush(plot()),
  });

  const options = () => {
    const drawing = { plot: plot(), colors: readPalette(host), words: words() };
    return chartOptions(
      {
        ...drawing,
        selected: props.selected,
        locale: locale(),
        range: brush.span(),
        target: (value) => t().analytics.chart.target(words().number(value)),
      },
      (at) => chartTooltip(drawing.plot, { ...drawing.words, percent }, at),
    );
  };
  const svg = (): Promise<Blob> => {
    const still = init(null, null, {
      renderer: "svg",
      ssr: true,
      width: host.clientWidth,
      height: host.clientHeight,
    });
    still.setOption({ ...options(), backgroundColor: readPalette(host).surface });
    const text = still.renderToSVGString();
    still.dispose();
    return Promise.resolve(new Blob([text], { type: "image/svg+xml" }));
  };
  const pick = (at: Spot | null): void => {
    if (at === null || brush.moved()) return;
    const picked = point(at);
    if (picked) props.onPick?.(picked);
  };

  const isLine = (): boolean => plot().type === "line" || plot().type === "area";
  const onMark = (hit: Hit & { componentType?: string }): void => {
    if (hit.componentType === "series" && !isLine()) pick(spotOf(plot(), hit));
  };
  /** Lines are too thin to be hit: the nearest point of what is pressed. */
  const onCanvas = ({ offsetX, offsetY }: { offsetX: number; offsetY: number }): void => {
    const made = chart();
    if (made === undefined || !isLine()) return;
    if (made.containPixel({ gridIndex: 0 }, [offsetX, offsetY]))
      pick(nearest(made, plot(), [offsetX, offsetY]));
  };

  onMount(() => {
    const made = init(host, null, { renderer: "canvas" });
    const resized = new ResizeObserver(() => made.resize());
    resized.observe(host);
    const themed = new MutationObserver(() => setTheme(document.documentElement.dataset["theme"]));
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    made.on("click", onMark);
    made.getZr().on("click", onCanvas);
    setChart(made);
    props.onPictures?.({
      png: () => {
        const colors = readPalette(host);
        const canvas = made.renderToCanvas({ pixelRatio: 2, backgroundColor: colors.surface });
        const note = t().analytics.chart.made(f().dayLong(calendarDate()));
        return framed(canvas, { title: props.title, note }, colors);
      },
      svg,
    });
    onCleanup(() => {
      resized.disconnect();
      themed.disconnect();
      made.dispose();
    });
  });
  createEffect(() => {
    void dark();
    void theme();
    chart()?.setOption(options(), { notMerge: true });
  });
  createEffect(on(plot, () => setSpot(undefined), { defer: true }));

  const say = (at: Spot): void => {
    const found = point(at);
    setSpot(at);
    chart()?.dispatchAction({ type: "showTip", ...hitOf(plot(), at) });
    setSaid(
      found === null || found.figure === null
        ? ""
        : `${found.label} : ${words().number(found.figure)}`,
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = spot();
    if (event.key === "Enter" && here && props.onPick) {
      event.preventDefault();
      const found = point(here);
      if (found) props.onPick(found);
      return;
    }
    if (event.key === "Escape" && (props.range || here)) {
      if (props.range) props.onBrush?.(null);
      setSpot(undefined);
      setSaid("");
      chart()?.dispatchAction({ type: "hideTip" });
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = walk(plot(), here, event.key);
    if (next === null) return;
    event.preventDefault();
    say(next);
    if (event.shiftKey && brush.active()) {
      const range = rangeOf(plot(), brush.anchor(here?.at ?? next.at), next.at);
      if (range) props.onBrush?.(range);
    } else brush.anchor(undefined);
  };
  const height = (): string => {
    if (props.fill) return "100%";
    const { type, direction, x, series } = plot();
    if (type === "bar" && direction === "across") {
      const bars = series.length > 1 && plot().stack === "none" ? series.length * 14 + 10 : 26;
      return `${Math.max(160, 48 + x.values.length * bars)}px`;
    }
    if (type === "heat") return `${Math.max(160, 56 + series.length * 34)}px`;
    return phone() ? "260px" : "340px";
  };
  return (
    <div class="flex min-h-0 flex-col" classList={{ "h-full": props.fill === true }}>
      <Show when={hasLegend(plot())}>
        <Legend plot={plot()} />
      </Show>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t().analytics.chart.label(props.title)}
        aria-describedby={`${id}-said`}
        aria-roledescription={t().analytics.chart.chart}
        onKeyDown={onKeyDown}
        onBlur={() => chart()?.dispatchAction({ type: "hideTip" })}
        class="min-h-0 w-full flex-1 rounded-2"
      >
        <div
          ref={(element) => {
            host = element;
            brush.attach(element);
          }}
          style={{ height: height() }}
          class="w-full"
          classList={{
            "touch-pan-y": brush.active(),
            "cursor-pointer": props.onPick !== undefined,
          }}
        />
      </div>
      <p id={`${id}-said`} class="sr-only">
        {description()} {props.onPick ? t().analytics.chart.keysPick : t().analytics.chart.keys}
      </p>
      <p class="sr-only" aria-live="polite">
        {said()}
      </p>
    </div>
  );
}

const NOTHING: Plot = {
  type: "bar",
  x: { name: "", kind: "text", values: [] },
  series: [],
  measure: "",
  split: null,
  stack: "none",
  direction: "up",
  look: {},
};
