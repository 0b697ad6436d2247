import { createEffect, createMemo, createSignal, onCleanup, onMount } from "solid-js";
import type { ECharts } from "echarts/core";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { createMediaQuery } from "#web/ui/media-query.ts";
import type { Plot } from "./chart-data.ts";
import { chartOptions } from "./chart-options.ts";
import { chartWords } from "./chart-words.ts";
import { init } from "./echarts.ts";
import { readPalette } from "./palette.ts";
import { chartTooltip } from "./tooltip.ts";

/** Pictures of the chart as it is on screen. */
export interface ChartPictures {
  png: () => Blob;
  svg: () => Blob;
}

function fromDataUrl(url: string): Blob {
  const bytes = Uint8Array.from(atob(url.slice(url.indexOf(",") + 1)), (char) =>
    char.charCodeAt(0),
  );
  return new Blob([bytes], { type: "image/png" });
}

/** Draws a plot. Its values stand in the table beside it: to those who do not see it, it is one named picture. */
export function ChartView(props: {
  plot: Plot;
  title: string;
  onPictures: (pictures: ChartPictures) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const { locale } = useLocale();
  const phone = createMediaQuery("(width < 40rem)");
  const dark = createMediaQuery("(prefers-color-scheme: dark)");
  const [theme, setTheme] = createSignal(document.documentElement.dataset["theme"]);
  const words = createMemo(() => chartWords(props.plot, locale(), f(), t().analytics.preview));
  const [chart, setChart] = createSignal<ECharts>();
  let host!: HTMLDivElement;

  const options = () => {
    const { plot } = props;
    const say = words();
    return chartOptions(plot, readPalette(host), say, (at) => chartTooltip(plot, say, at));
  };
  const svg = (): Blob => {
    const still = init(null, null, {
      renderer: "svg",
      ssr: true,
      width: host.clientWidth,
      height: host.clientHeight,
    });
    still.setOption({ ...options(), backgroundColor: readPalette(host).surface });
    const text = still.renderToSVGString();
    still.dispose();
    return new Blob([text], { type: "image/svg+xml" });
  };

  onMount(() => {
    const made = init(host, null, { renderer: "canvas" });
    const resized = new ResizeObserver(() => made.resize());
    resized.observe(host);
    const themed = new MutationObserver(() => setTheme(document.documentElement.dataset["theme"]));
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    setChart(made);
    props.onPictures({
      png: () => {
        const { surface } = readPalette(host);
        return fromDataUrl(
          made.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: surface }),
        );
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
  const height = () =>
    props.plot.type === "bar"
      ? Math.max(160, 48 + props.plot.x.values.length * 26)
      : phone()
        ? 260
        : 340;
  return (
    <div
      ref={host}
      role="img"
      aria-label={t().analytics.chart.label(props.title)}
      style={{ height: `${height()}px` }}
      class="w-full"
    />
  );
}
