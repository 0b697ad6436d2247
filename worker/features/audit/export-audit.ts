import { auditCsvHead, auditCsvLine } from "#domain/audit/csv.ts";
import type { AuditFilter } from "#domain/audit/filter.ts";
import type { AuditEntry } from "#domain/audit/model.ts";
import { CSV_DIALECTS } from "#domain/csv.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { readEntries } from "./queries.ts";

const PAGE = 500;

/** How a format is written: what stands first, one row (`first` is true for the first of all), what stands last. */
interface Format {
  type: string;
  extension: string;
  head: string;
  line(entry: AuditEntry, first: boolean): string;
  foot: string;
}

/** The rows that match as CSV, for spreadsheets. */
export function exportAuditCsv(
  ctx: Ctx,
  { language, ...filter }: AuditFilter & { language: "fr" | "en" },
): Promise<Response> {
  return download(ctx, filter, {
    type: "text/csv; charset=utf-8",
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
    extension: "json",
    head: "[",
    line: (entry, first) => `${first ? "\n" : ",\n"}${JSON.stringify(entry)}`,
    foot: "\n]\n",
  });
}

/**
 * Streams page by page, so memory holds one page whatever the size; a failure on the way breaks the download off,
 * never ends it as if it were whole.
 */
async function download(ctx: Ctx, filter: AuditFilter, format: Format): Promise<Response> {
  const encoder = new TextEncoder();
  let page = await readEntries(ctx, filter, Number.MAX_SAFE_INTEGER, PAGE);
  let text = format.head;
  let first = true;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (const entry of page) {
        text += format.line(entry, first);
        first = false;
      }
      const last = page.at(-1);
      const done = !last || page.length < PAGE;
      controller.enqueue(encoder.encode(done ? text + format.foot : text));
      if (done) return controller.close();
      text = "";
      page = await readEntries(ctx, filter, last.id, PAGE);
    },
  });
  const name = `audit-${isoNow(ctx.clock).slice(0, 10)}.${format.extension}`;
  return new Response(body, {
    headers: {
      "content-type": format.type,
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
}
