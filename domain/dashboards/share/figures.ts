import { z } from "zod";
import { ColumnKind } from "#domain/analytics/reading.ts";
import { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { linesOf } from "#domain/boards/lines.ts";
import { Layout } from "#domain/dashboards/layout.ts";
import { MOST_WIDGETS, WidgetId } from "#domain/dashboards/model.ts";

/** What leaves a browser at most: a request holds a megabyte. */
export const FIGURE_LIMITS = { rows: 1_000, columns: 30, letters: 500, bytes: 900_000 } as const;

/** A picture (PNG) of the figures for mails at most: as base64 it fits into one request. */
export const PICTURE_BYTES = 720 * 1024;

const Cell = z.union([z.string().max(FIGURE_LIMITS.letters), z.number(), z.boolean(), z.null()]);

/** A widget as it was shown: its rows, never what it asks. Dates and instants are epoch milliseconds (UTC). */
export const PublishedWidget = z
  .strictObject({
    id: WidgetId,
    title: z.string().max(200),
    kind: z.enum(["chart", "number", "table", "text"]),
    text: linesOf(10_000),
    /** How it was drawn; null is a table, or a text. */
    chart: ChartSpec.nullable(),
    layout: Layout,
    columns: z
      .array(z.strictObject({ name: z.string().max(200), kind: ColumnKind }))
      .max(FIGURE_LIMITS.columns),
    rows: z.array(z.array(Cell).max(FIGURE_LIMITS.columns)).max(FIGURE_LIMITS.rows),
    /** Whether there were more rows than these. */
    more: z.boolean(),
  })
  .refine(({ columns, rows }) => rows.every((row) => row.length === columns.length), {
    error: "as many cells as columns",
  });
export type PublishedWidget = z.infer<typeof PublishedWidget>;

const Words = z.string().max(300);

/** What narrows figures, as each reader has it in their language; plain where it was published before there was one for each. */
const FilterWords = z.union([Words, z.strictObject({ fr: Words, en: Words })]);

/** The figures of a dashboard at an instant, as a browser computed them. */
export const Figures = z
  .strictObject({
    title: z.string().max(200),
    /** What narrowed them, in words. */
    filters: z.array(FilterWords).max(40),
    /** UTC instant. */
    computedAt: z.iso.datetime(),
    widgets: z.array(PublishedWidget).min(1).max(MOST_WIDGETS),
  })
  .meta({ id: "DashboardFigures" });
export type Figures = z.infer<typeof Figures>;
