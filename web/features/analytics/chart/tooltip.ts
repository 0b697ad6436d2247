import type { Plot } from "./chart-data.ts";
import type { ChartWords } from "./chart-options.ts";

const FILLS = ["bg-c1", "bg-c2", "bg-c3", "bg-c4", "bg-c5", "bg-c6", "bg-c7", "bg-c8"];

function element(tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** What follows the pointer: the point's name and the value of each series there. An element, since the page's policy allows no styles in HTML text. */
export function chartTooltip(plot: Plot, words: ChartWords, at: number): HTMLElement {
  const box = element(
    "div",
    "rounded-2 border border-line-2 bg-raised px-2.5 py-1.5 text-small text-ink shadow-2",
  );
  const x = plot.x.values[at] ?? null;
  box.append(
    element(
      "div",
      "font-semibold",
      plot.type === "scatter" ? `${plot.x.name} ${words.x(x)}` : words.x(x),
    ),
  );
  for (const [place, series] of plot.series.entries()) {
    const value = series.values[at];
    if (value === null || value === undefined) continue;
    const row = element("div", "flex items-center gap-2");
    row.append(
      element("span", `size-2 shrink-0 rounded-full ${FILLS[place] ?? "bg-c8"}`),
      element("span", "flex-1 pr-3", series.name),
      element("span", "num", words.number(value)),
    );
    box.append(row);
  }
  return box;
}
