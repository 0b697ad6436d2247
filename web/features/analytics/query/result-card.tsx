import IconChart from "~icons/lucide/chart-line";
import IconDownload from "~icons/lucide/download";
import IconTable from "~icons/lucide/table-2";
import { createEffect, createSignal, on, Show } from "solid-js";
import { csvDelimiter, csvText } from "#domain/analytics/export.ts";
import { cellPlain } from "#web/features/analytics/cell-text.ts";
import { ChartBody } from "#web/features/analytics/chart/chart-body.tsx";
import type { ChartPictures } from "#web/features/analytics/chart/chart-view.tsx";
import { BOM, download } from "#web/features/analytics/download.ts";
import { seconds } from "#web/features/analytics/seconds.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { createMediaQuery } from "#web/ui/media-query.ts";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import type { Answer } from "./query-state.ts";
import { ResultGrid } from "./result-grid.tsx";
import { resultTitle } from "./result-title.ts";

type View = "chart" | "table";

/** An answer: the chart that its shape asks for, its table, and both to take away. */
export function ResultCard(props: { answer: Answer; fileName: string; title?: string }) {
  const t = useTexts();
  const f = useFormat();
  const { language } = useLocale();
  const phone = createMediaQuery("(width < 40rem)");
  const words = () => t().analytics;
  const [view, setView] = createSignal<View>("chart");
  const [pictures, setPictures] = createSignal<ChartPictures>();
  const title = () => props.title ?? resultTitle(props.answer.chart, words());
  const shown = (): View => (props.answer.chart === null ? "table" : view());
  createEffect(
    on(
      () => props.answer.chart?.type,
      () => setPictures(undefined),
      { defer: true },
    ),
  );
  /** After the data set, never as its source: the two lie side by side in the same folder. */
  const base = () => {
    const source = props.fileName.replace(/\.[^.]*$/, "");
    return `${source}-${words().chart.fileWord}-${calendarDate()}`;
  };
  const saveCsv = () => {
    const { columns, rows } = props.answer;
    const plain = rows.map((row) =>
      row.map((cell, at) => cellPlain(cell, columns[at]?.kind ?? "text", language())),
    );
    const lines = [columns.map(({ name }) => name), ...plain];
    download(`${base()}.csv`, BOM + csvText(lines, csvDelimiter(language())));
  };
  const exports = (): MenuEntry[] => {
    const save = (kind: keyof ChartPictures) => () => {
      const name = `${base()}.${kind}`;
      void pictures()
        ?.[kind]()
        .then((made) => download(name, made));
    };
    const disabled = shown() !== "chart" || pictures() === undefined;
    return [
      { label: words().chart.csv, onSelect: saveCsv },
      { label: words().chart.png, disabled, onSelect: save("png") },
      { label: words().chart.svg, disabled, onSelect: save("svg") },
    ];
  };
  const count = () => {
    const { rows, more, ms } = props.answer;
    const time = seconds(ms, f());
    return more
      ? words().query.more(f().number(rows.length), time)
      : words().query.rows(rows.length, f().number(rows.length), time);
  };
  return (
    <section
      class="overflow-hidden rounded-card border border-line bg-surface"
      aria-label={title()}
    >
      <header class="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5">
        <h2 class="min-w-0 truncate font-semibold">{title()}</h2>
        <span class="num text-small text-ink-3" data-testid="result-count">
          {count()}
        </span>
        <span class="ml-auto flex items-center gap-1">
          <Show when={props.answer.chart !== null}>
            <SegmentedControl<View>
              label={words().chart.view}
              value={view()}
              onChange={setView}
              options={[
                { value: "chart", label: words().chart.chart, icon: IconChart, iconOnly: phone() },
                { value: "table", label: words().chart.table, icon: IconTable, iconOnly: phone() },
              ]}
            />
          </Show>
          <DropdownMenu
            placement="bottom-end"
            items={exports()}
            trigger={(attributes) => (
              <IconButton {...attributes} quiet icon={IconDownload} label={words().chart.export} />
            )}
          />
        </span>
      </header>
      <Show
        when={props.answer.rows.length > 0}
        fallback={<EmptyState title={words().query.noRows} body={words().query.noRowsBody} />}
      >
        <Show
          when={shown() === "chart"}
          fallback={
            <div class="h-90">
              <ResultGrid label={title()} result={props.answer} />
            </div>
          }
        >
          <div class="max-h-150 overflow-y-auto px-3 pb-3 pt-1">
            <ChartBody
              table={props.answer}
              spec={props.answer.chart}
              title={title()}
              onPictures={setPictures}
            />
          </div>
        </Show>
      </Show>
    </section>
  );
}
