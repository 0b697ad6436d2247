import { api } from "#web/lib/api.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { logQuery, type LogFilter } from "./address.ts";

function save(parts: string[], type: string, extension: string, name = "audit"): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = `${name}-${calendarDate()}.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Downloads the rows of a filter: CSV that a spreadsheet opens right in this language, or JSON. */
export async function downloadAudit(
  filter: LogFilter,
  format: "csv" | "json",
  language: "fr" | "en",
): Promise<void> {
  const query = logQuery(filter);
  if (format === "json") {
    const rows = await api("get /audit/export.json", { query });
    return save([JSON.stringify(rows, null, 1)], "application/json", "json");
  }
  const text = await api("get /audit/export.csv", { query: { ...query, language } });
  // Reading the answer as text took the byte order mark off, which Excel needs in French.
  save([language === "fr" ? "\uFEFF" : "", text], "text/csv;charset=utf-8", "csv");
}

/** Downloads the sign-ins of a filter as CSV. */
export async function downloadSignIns(filter: LogFilter, language: "fr" | "en"): Promise<void> {
  const query = { ...logQuery(filter), language };
  const text = await api("get /audit/sign-ins/export.csv", { query });
  save([language === "fr" ? "\uFEFF" : "", text], "text/csv;charset=utf-8", "csv", "sign-ins");
}
