import { api } from "#web/lib/api.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const nameOf = (prefix: string, ending: string) =>
  `${prefix.toLowerCase()}-${calendarDate()}.${ending}`;

/** Downloads a board as JSON, which the import of boards reads. */
export async function downloadJson(id: string, prefix: string): Promise<void> {
  const board = await api("get /boards/{id}/export.json", { params: { id } });
  const text = JSON.stringify(board, null, 2);
  save(new Blob([text], { type: "application/json" }), nameOf(prefix, "json"));
}

/** Downloads a board's cards as a CSV file that Excel opens right in this language. */
export async function downloadCsv(id: string, prefix: string, language: "fr" | "en") {
  const text = await api("get /boards/{id}/export.csv", { params: { id }, query: { language } });
  // Reading the answer as text took the byte order mark off, which Excel needs in French.
  const mark = language === "fr" ? "\uFEFF" : "";
  save(new Blob([mark, text], { type: "text/csv;charset=utf-8" }), nameOf(prefix, "csv"));
}
