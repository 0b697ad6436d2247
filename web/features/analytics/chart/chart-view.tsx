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
import type { Calendar } from "#domain/analytics/chart/calendar.ts";
import type { ChartPoint, ChartRange } from "#domain/analytics/chart/point.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { createBrush } from "./brush.ts";
import { chartOptions, hitOf, spotOf, type Hit, type Spot } from "./chart-options.ts";
import { describe } from "./describe.ts";
import { init } from "./echarts.ts";
import { ChartKey } from "./legend.tsx";
import type { Size } from "./marks.ts";
import { more, type Modified } from "./modified.ts";
import { lineEnds } from "./line-ends.ts";
import { byPlace, pressed } from "./nearest.ts";
import { createPaperPicture } from "./paper.ts";
import { readPalette } from "./palette.ts";
import { framedPng, framedSvg, paperPicture, paperPng } from "./pictures.ts";
import type { Table } from "#domain/analytics/chart/plot.ts";
import { canBrush, pointOf, rangeOf } from "./point-of.ts";
import { plotFor, wordsFor } from "./reader.ts";
import { heightOf, roomOnPhone } from "./room.ts";
import { isChosen, type Selection } from "./selection.ts";
import { chartTooltip } from "./tooltip.ts";
import { walk } from "./walk.ts";

/** Pictures of the chart as it is on screen. */
export interface ChartPictures {
  /** Twice the size, with title, source and date. */
  png: () => Promise<Blob>;
  svg: () => Promise<Blob>;
  /** Light and without a title, for paper. */
  paper: () => Promise<Blob>;
}

/**
 * Draws a result as a spec says. The arrows walk its marks and say them, Enter picks one; dragging, or Shift with the arrows, chooses a
 * span of a time or number axis. Its values stand in the table beside it. Kinds that are no picture (number, table, pivot) are not its.
 */
export function ChartView(props: {
  table: Table;
  spec: ChartSpec;
  title: string;
  /** Where the data are from; written under pictures. */
  source?: string | undefined;
  /** What the keys do with a mark; without, that they open it. */
  keys?: string | undefined;
  /** What makes its pictures, for as long as it is drawn. */
  onPictures?: ((pictures: ChartPictures | undefined) => void) | undefined;
  /** A click on a mark, or Enter at it; `more` with Ctrl, Shift or the like, beside what is chosen. */
  onPick?: ((point: ChartPoint, more: boolean) => void) | undefined;
  /** A span chosen on the x axis, told as it grows; null when it was taken back by Esc. */
  onBrush?: ((range: ChartRange | null) => void) | undefined;
  /** Whether a span may be chosen soon: the pointer or the keys are at the chart. */
  onNear?: ((near: boolean) => void) | undefined;
  /** Drawn strong, the others grey. */
  selected?: Selection | undefined;
  /** The span that is chosen, in values of the axis. */
  range?: ChartRange | undefined;
  /** Takes the height of its place instead of its own. */
  fill?: boolean | undefined;
  /** When its figures were computed and what they were narrowed to; today and nothing unless told otherwise. */
  calendar?: Calendar | undefined;
}) {
  const t = useTexts();
  const f = useFormat();
  const { locale } = useLocale();
  const phone = createMediaQuery("(width < 40rem)");
  const dark = createMediaQuery("(prefers-color-scheme: dark)");
  const [theme, setTheme] = createSignal(document.documentElement.dataset["theme"]);
  const [chart, setChart] = createSignal<ECharts>();
  const [size, setSize] = createSignal<Size>({ width: 0, height: 0 });
  const [spot, setSpot] = createSignal<Spot>();
  const [said, setSaid] = createSignal("");
  const id = createUniqueId();
  let host!: HTMLDivElement;

  const reader = () => ({ locale: locale(), f: f(), t: t().analytics });
  const plot = createMemo(() => plotFor(props.table, props.spec, reader(), props.calendar));
  const words = createMemo(() => wordsFor(plot(), reader()));
  const percent = (share: number): string => f().percent(Math.round(share * 10_000));
  const times = () => t().analytics.chart.times;
  const description = createMemo(() => describe(plot(), words(), percent, t().analytics.chart));
  const point = (at: Spot): ChartPoint | null => pointOf(plot(), at.at, at.series, words());
  const brush = createBrush({
    plot,
    chart,
    range: () => props.range,
    onBrush: (range) => props.onBrush?.(range),
    onNear: (near) => props.onNear?.(near),
    active: () => props.onBrush !== undefined && canBrush(plot()),
  });

  const options = () => {
    const made = chart();
    const drawing = {
      plot: plot(),
      colors: readPalette(host),
      words: words(),
      size: size(),
      ends: made && lineEnds(made, plot()),
    };
    return chartOptions(
      {
        ...drawing,
        selected: props.selected,
        range: brush.span(),
        target: (value) => t().analytics.chart.target(words().short(value)),
      },
      (at) => chartTooltip(drawing.plot, { ...drawing.words, percent, times: times() }, at),
    );
  };
  const pick = (at: Spot | null, event: Modified | undefined): void => {
    if (at === null || brush.moved()) return;
    const picked = point(at);
    if (picked) props.onPick?.(picked, more(event));
  };
  const onMark = (hit: Hit & { componentType?: string; event?: { event?: unknown } }): void => {
    if (hit.componentType === "series" && !byPlace(plot()))
      pick(spotOf(plot(), hit), hit.event?.event as Modified | undefined);
  };
  const onCanvas = (hit: { offsetX: number; offsetY: number; event?: unknown }): void => {
    const made = chart();
    if (made)
      pick(pressed(made, plot(), [hit.offsetX, hit.offsetY]), hit.event as Modified | undefined);
  };
  const shown = () => ({
    table: props.table,
    spec: props.spec,
    selected: props.selected,
    range: props.range,
    calendar: props.calendar,
  });
  const place = () => ({ element: host, width: host.clientWidth, height: host.clientHeight });
  const frame = () => {
    const day = t().analytics.chart.made(f().dayLong(calendarDate()));
    return { title: props.title, note: props.source ? `${props.source} · ${day}` : day };
  };

  onMount(() => {
    const made = init(host, null, { renderer: "canvas" });
    const measure = (): void => {
      const [width, height] = [host.clientWidth, host.clientHeight];
      if (size().width === width && size().height === height) return;
      made.resize();
      setSize({ width, height });
    };
    const resized = new ResizeObserver(measure);
    measure();
    resized.observe(host);
    const themed = new MutationObserver(() => setTheme(document.documentElement.dataset["theme"]));
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    made.on("click", onMark);
    made.getZr().on("click", onCanvas);
    setChart(made);
    props.onPictures?.({
      png: () => framedPng(shown(), reader(), place(), frame()),
      svg: () => Promise.resolve(framedSvg(shown(), reader(), place(), frame())),
      paper: () => paperPng(shown(), reader(), place()),
    });
    onCleanup(() => {
      props.onPictures?.(undefined);
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
  const paper = createPaperPicture(
    () => paperPicture(shown(), reader(), place()),
    () => props.title,
  );
  createEffect(on(plot, () => setSpot(undefined), { defer: true }));

  const say = (at: Spot): void => {
    const found = point(at);
    setSpot(at);
    chart()?.dispatchAction({ type: "showTip", ...hitOf(plot(), at) });
    const figure = found?.figure ?? null;
    const chosen = isChosen(plot(), props.selected, at) ? `, ${t().analytics.chart.chosen}` : "";
    const { open } = plot();
    const running = open?.at === at.at ? `, ${times().open[open.step]}` : "";
    setSaid(
      figure === null ? "" : `${found?.label} : ${words().number(figure)}${running}${chosen}`,
    );
    reveal(at);
  };
  /** A mark below the fold of a small place comes into sight. */
  const reveal = ({ at }: Spot): void => {
    const scroller = host.parentElement;
    if (!scroller || scroller.scrollHeight <= scroller.clientHeight) return;
    const share = (at + 0.5) / Math.max(1, plot().x.values.length);
    scroller.scrollTop = share * scroller.scrollHeight - scroller.clientHeight / 2;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = spot();
    if (event.key === "Enter" && here && props.onPick) {
      event.preventDefault();
      const found = point(here);
      if (found) props.onPick(found, more(event));
      return;
    }
    if (event.key === "Escape" && (props.range || here)) {
      setSpot(undefined);
      setSaid("");
      chart()?.dispatchAction({ type: "hideTip" });
      // Chosen marks are taken back by the page, which hears of this press too.
      if (!props.selected) event.preventDefault();
      if (props.range) props.onBrush?.(null);
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
  const empty = (): boolean =>
    plot().series.every(({ values }) => values.every((value) => value === null));
  /** In a tile of a phone it asks for its height itself; what is drawn in it now must not count for that. */
  const asks = (): boolean => phone() && props.fill === true;
  const height = (): string => heightOf(plot(), { phone: phone(), fill: props.fill === true });
  const keys = (): string => {
    const { keys: walks, keysPick, keysBrush } = t().analytics.chart;
    const picks = props.onPick ? (props.keys ?? keysPick) : walks;
    return brush.active() ? `${picks} ${keysBrush}` : picks;
  };
  return (
    <div class="flex min-h-0 flex-col" classList={{ "h-full": props.fill === true }}>
      {paper()}
      <div class={paper() && plot().type !== "heat" ? "screen-only" : "contents"}>
        <ChartKey plot={plot()} words={words()} />
      </div>
      <Show when={empty()}>
        <p class="px-1 py-3 text-ink-3">{t().analytics.chart.nothing}</p>
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
        onFocus={() => brush.near()}
        onBlur={() => {
          brush.leave();
          chart()?.dispatchAction({ type: "hideTip" });
        }}
        class="min-h-0 w-full flex-1 overflow-y-auto rounded-2"
        style={asks() ? { "min-height": `${roomOnPhone(plot())}px` } : {}}
        classList={{
          invisible: empty(),
          "contain-size": asks(),
          "screen-only": paper() !== undefined,
          "scroll-hint": props.fill === true && roomOnPhone(plot()) > 0,
        }}
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
        {description()} {keys()}
      </p>
      <p class="sr-only" aria-live="polite">
        {said()}
      </p>
    </div>
  );
}
