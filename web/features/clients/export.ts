import { api } from "#web/lib/api.ts";
import type { ListParams } from "./client-list.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { listQuery } from "./view-state.ts";

/** Downloads the clients of a list as a CSV file that Excel opens right in this language. */
export async function downloadClients(params: ListParams, language: "fr" | "en"): Promise<void> {
  const query = { ...listQuery(params.filter, params.order), language };
  const text = await api("get /clients/export.csv", { query });
  // Reading the answer as text took the byte order mark off, which Excel needs in French.
  const blob = new Blob([language === "fr" ? "\uFEFF" : "", text], {
    type: "text/csv;charset=utf-8",
  });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `clients-${calendarDate()}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
