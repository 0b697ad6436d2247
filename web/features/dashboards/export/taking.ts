import { download } from "#web/features/analytics/download.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { createFilterWords } from "#web/features/dashboards/filters/filter-words.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { today } from "#web/lib/today.ts";
import { createRestWords } from "./rest-words.ts";
import type { ShownTable } from "./tables.ts";

/** Ways to take out what the dashboard shows, in the words and the format of this person. What they need arrives when it is used. */
export function createTaking() {
  const t = useTexts();
  const f = useFormat();
  const { language, locale } = useLocale();
  const { dashboard } = useDashboard();
  const filters = createFilterWords();
  const speech = () => ({ language: language(), locale: locale(), f: f(), t: t().analytics });
  const notes = () => [
    filters()
      .map(({ label, value }) => t().dashboards.export.filter(label, value))
      .join(" · "),
    t().analytics.chart.made(f().dayLong(today())),
  ];
  const rest = createRestWords();
  return {
    async csv(table: ShownTable): Promise<void> {
      const { saveCsv } = await import("./tables.ts");
      saveCsv(table, speech());
    },
    async workbook(name: string, tables: readonly ShownTable[]): Promise<void> {
      const { saveWorkbook } = await import("./tables.ts");
      const words = t().dashboards.export.filters;
      const rows = filters().map(({ label, value }) => [label, value]);
      const sheet = { title: words.title, rows: [[words.name, words.value], ...rows] };
      await saveWorkbook(name, tables, speech(), rows.length > 0 ? [sheet] : []);
    },
    /** A picture of an element under the title of the dashboard, its filters and the day; `name` is the file's. */
    async picture(element: HTMLElement | null | undefined, name: string): Promise<void> {
      if (!element) return;
      const [{ pictureOf }, { fileName }] = await Promise.all([
        import("./picture.ts"),
        import("./tables.ts"),
      ]);
      const words = {
        title: dashboard().title,
        notes: notes().filter((note) => note !== ""),
        rest,
      };
      download(fileName(name, "png"), await pictureOf(element, words));
    },
  };
}
