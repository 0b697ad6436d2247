import { auditCsvHead, auditCsvLine } from "#domain/audit/csv.ts";
import type { AuditFilter } from "#domain/audit/filter.ts";
import type { AuditEntry } from "#domain/audit/model.ts";
import { CSV_DIALECTS } from "#domain/csv.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { readEntries } from "./queries.ts";
import { streamRows, type Format } from "./stream-rows.ts";

/** The rows that match as CSV, for spreadsheets. */
export function exportAuditCsv(
  ctx: Ctx,
  { language, ...filter }: AuditFilter & { language: "fr" | "en" },
): Promise<Response> {
  return download(ctx, filter, {
    type: "text/csv; charset=utf-8",
    name: "audit",
    extension: "csv",
    head: CSV_DIALECTS[language].mark + auditCsvHead(language),
    line: (entry) => auditCsvLine(entry, language),
    foot: "",
  });
}

/** The rows that match as one JSON array, each as the list gives it. */
export function exportAuditJson(ctx: Ctx, filter: AuditFilter): Promise<Response> {
  return download(ctx, filter, {
    type: "application/json; charset=utf-8",
    name: "audit",
    extension: "json",
    head: "[",
    line: (entry, first) => `${first ? "\n" : ",\n"}${JSON.stringify(entry)}`,
    foot: "\n]\n",
  });
}

function download(ctx: Ctx, filter: AuditFilter, format: Format<AuditEntry>): Promise<Response> {
  const read = (last: AuditEntry | null, limit: number) =>
    readEntries(ctx, filter, last?.id ?? Number.MAX_SAFE_INTEGER, limit);
  return streamRows(read, format, isoNow(ctx.clock).slice(0, 10));
}
