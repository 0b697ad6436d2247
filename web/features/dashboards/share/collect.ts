import { columnsOfSpec } from "#domain/analytics/chart/spec.ts";
import type { Layout } from "#domain/dashboards/layout.ts";
import {
  FIGURE_LIMITS,
  type Figures,
  type PublishedWidget,
} from "#domain/dashboards/share/figures.ts";
import type { WidgetView } from "#domain/dashboards/model.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { chartOf } from "#web/features/dashboards/view/chart-of.ts";

type Result = Pick<ReadResult, "columns" | "rows" | "more" | "limited">;

const shortened = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;

/** What would be published of a widget; null while its figures are not there. */
export function publishedOf(
  widget: WidgetView,
  result: Result | undefined,
  layout: Layout,
): PublishedWidget | null {
  const { id, title, kind } = widget;
  if (kind === "text") {
    const { text } = widget;
    return { id, title, kind, text, chart: null, layout, columns: [], rows: [], more: false };
  }
  if (!result) return null;
  const columns = result.columns
    .slice(0, FIGURE_LIMITS.columns)
    .map((column) => ({ name: shortened(column.name, 200), kind: column.kind }));
  const rows = result.rows
    .slice(0, FIGURE_LIMITS.rows)
    .map((row) =>
      row
        .slice(0, columns.length)
        .map((cell) => (typeof cell === "string" ? shortened(cell, FIGURE_LIMITS.letters) : cell)),
    );
  const chart = chartOf(widget, result);
  const names = new Set(columns.map(({ name }) => name));
  const drawn = chart && columnsOfSpec(chart).every((name) => names.has(name)) ? chart : null;
  // A table of a limited question is whole; what a pivot adds up over it would not be.
  const limited = drawn?.type === "pivot" && result.limited === true;
  const more = result.more || limited || result.rows.length > rows.length;
  return { id, title, kind, text: "", chart: drawn, layout, columns, rows, more };
}

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** The same figures within what one request holds: the longest tables lose rows first, and say so. */
export function withinBytes(figures: Figures, most: number = FIGURE_LIMITS.bytes): Figures {
  let widgets = figures.widgets;
  while (bytesOf({ ...figures, widgets }) > most) {
    const sizes = widgets.map((widget) => (widget.rows.length > 1 ? bytesOf(widget.rows) : 0));
    const largest = Math.max(...sizes);
    if (largest === 0) break;
    const at = sizes.indexOf(largest);
    widgets = widgets.map((widget, place) =>
      place === at
        ? { ...widget, rows: widget.rows.slice(0, Math.floor(widget.rows.length / 2)), more: true }
        : widget,
    );
  }
  return { ...figures, widgets };
}

/** SHA-256 of a value as JSON, hexadecimal. */
export async function digestOf(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
