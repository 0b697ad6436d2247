import { auditCsvHead, auditCsvLine } from "#domain/audit/csv.ts";
import type { AuditFilter } from "#domain/audit/filter.ts";
import { CSV_DIALECTS } from "#domain/csv.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { readEntries, readNamedEntries } from "./queries.ts";
import { streamRows, type Format } from "./stream-rows.ts";

/** The rows that match as CSV, for spreadsheets. */
export function exportAuditCsv(
  ctx: Ctx,
  { language, ...filter }: AuditFilter & { language: "fr" | "en" },
): Promise<Response> {
  return download(ctx, (before, limit) => readNamedEntries(ctx, filter, before, limit), {
    type: "text/csv; charset=utf-8",
    name: "audit",
    extension: "csv",
    head: CSV_DIALECTS[language].mark + auditCsvHead(language),
    line: ({ entry, names }) => auditCsvLine(entry, language, names),
    foot: "",
  });
}

/** The rows that match as one JSON array, each as the list gives it. */
export function exportAuditJson(ctx: Ctx, filter: AuditFilter): Promise<Response> {
  return download(ctx, (before, limit) => readEntries(ctx, filter, before, limit), {
    type: "application/json; charset=utf-8",
    name: "audit",
    extension: "json",
    head: "[",
    line: (entry, first) => `${first ? "\n" : ",\n"}${JSON.stringify(entry)}`,
    foot: "\n]\n",
  });
}

function download<T extends { id: number }>(
  ctx: Ctx,
  page: (before: number, limit: number) => Promise<readonly T[]>,
  format: Format<T>,
): Promise<Response> {
  const read = (last: T | null, limit: number) => page(last?.id ?? Number.MAX_SAFE_INTEGER, limit);
  return streamRows(read, format, isoNow(ctx.clock).slice(0, 10));
}
