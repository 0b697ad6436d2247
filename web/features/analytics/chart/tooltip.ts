import type { Spot } from "./chart-options.ts";
import type { ChartWords } from "./chart-words.ts";
import type { Plot } from "#domain/analytics/chart/plot.ts";
import { shareAt } from "./point-of.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import { slotOf } from "./slots.ts";

const FILLS = ["bg-c1", "bg-c2", "bg-c3", "bg-c4", "bg-c5", "bg-c6", "bg-c7", "bg-c8"];

function element(tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** What follows the pointer: the point's name and the value of each series there. An element, since the page's policy allows no styles in HTML text. */
export function chartTooltip(
  plot: Plot,
  words: ChartWords & {
    percent: (share: number) => string;
    times: Dictionary["analytics"]["chart"]["times"];
  },
  { at, series: only }: Spot,
): HTMLElement {
  const box = element(
    "div",
    "rounded-2 border border-line-2 bg-raised px-2.5 py-1.5 text-small text-ink shadow-2",
  );
  const x = plot.x.values[at] ?? null;
  const bin = plot.bins?.[at];
  const head = bin
    ? `${words.name(bin.from)} – ${words.name(bin.to)}`
    : plot.type === "scatter"
      ? `${plot.x.name} ${words.name(x)}`
      : words.name(x);
  box.append(element("div", "font-semibold", head));
  if (plot.open?.at === at)
    box.append(element("div", "text-ink-3", words.times.open[plot.open.step]));
  if (plot.gaps !== undefined && plot.series.every(({ values }) => (values[at] ?? null) === null))
    box.append(element("div", "text-ink-3", words.times.none));
  const alone = plot.type === "heat" || plot.type === "scatter";
  for (const [place, series] of plot.series.entries()) {
    const value = series.values[at];
    if (value === null || value === undefined || (alone && place !== only)) continue;
    const row = element("div", "flex items-center gap-2");
    const share = shareAt(plot, at, place);
    const text = words.number(value);
    const slot = () => slotOf(plot, plot.type === "pie" ? at : place);
    const plain = plot.type === "box" || plot.type === "heat";
    const fill = plain ? "hidden" : (FILLS[slot()] ?? "bg-c8");
    row.append(
      element("span", `size-2 shrink-0 rounded-full ${fill}`),
      element("span", "flex-1 pr-3", series.name),
      element("span", "num", share === null ? text : `${text} · ${words.percent(share)}`),
    );
    box.append(row);
  }
  return box;
}
