import { csvDelimiter, csvText } from "#domain/analytics/export.ts";
import type { PivotOrder } from "#domain/analytics/chart/pivot.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { isMeasure } from "#domain/analytics/profile.ts";
import { cellPlain, cellText } from "#web/features/analytics/cell-text.ts";
import type { ChartPictures } from "#web/features/analytics/chart/chart-view.tsx";
import type { Table } from "#domain/analytics/chart/plot.ts";
import { BOM, download } from "#web/features/analytics/download.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";
import type { Language } from "#domain/i18n/texts.ts";
import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import { printResult } from "./print-result.ts";
import { shownCells } from "./shown-cells.ts";
import { sheetCell, workbook } from "./workbook.ts";

/** The ways to take an answer away; tables as they are on screen. */
export function resultExports(parts: {
  table: Table;
  /** What is on screen: null is the plain table. */
  spec: ChartSpec | null;
  order: PivotOrder | undefined;
  pictures: ChartPictures | undefined;
  title: string;
  /** The name of the data; files are named after it, never as it: the two lie side by side in the same folder. */
  source: string;
  speech: { language: Language; locale: string; f: Format; t: Dictionary["analytics"] };
}): MenuEntry[] {
  const { table, spec, order, pictures, speech } = parts;
  const { chart } = speech.t;
  const { language } = speech;
  const source = parts.source.replace(/\.[^.]*$/, "");
  const base = `${source}-${chart.fileWord}-${calendarDate()}`;
  const csv = (): void => {
    const lines = shownCells(table, spec, order, speech, (cell, kind) =>
      cellPlain(cell, kind, language),
    );
    download(`${base}.csv`, BOM + csvText(lines, csvDelimiter(language)));
  };
  const xlsx = (): void => {
    const lines = shownCells(table, spec, order, speech, sheetCell);
    void workbook([{ title: parts.title, rows: lines }]).then((made) =>
      download(`${base}.xlsx`, made),
    );
  };
  const paper = (): void => {
    const { f } = speech;
    const lines = shownCells(table, spec, order, speech, (cell, kind) =>
      cellText(cell, kind, f, speech.t.preview),
    );
    const pivot = spec?.type === "pivot" ? spec.rows.length : undefined;
    const numeric = (lines[0] ?? []).map((_, at) =>
      pivot === undefined ? isMeasure(table.columns[at]?.kind ?? "text") : at >= pivot,
    );
    const day = chart.made(f.dayLong(calendarDate()));
    void Promise.resolve(pictures?.paper()).then((picture) =>
      printResult({
        title: parts.title,
        note: `${parts.source} · ${day}`,
        picture,
        lines,
        numeric,
        rest: (shown, all) => chart.printed(f.number(shown), f.number(all)),
      }),
    );
  };
  const picture = (kind: "png" | "svg") => (): void =>
    void pictures?.[kind]().then((made) => download(`${base}.${kind}`, made));
  const disabled = pictures === undefined;
  return [
    { label: chart.csv, onSelect: csv },
    { label: chart.xlsx, onSelect: xlsx },
    { label: chart.png, disabled, onSelect: picture("png") },
    { label: chart.svg, disabled, onSelect: picture("svg") },
    { label: chart.print, onSelect: paper },
  ];
}
