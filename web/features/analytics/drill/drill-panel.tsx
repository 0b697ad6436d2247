import IconDownload from "~icons/lucide/download";
import { createResource, createSignal, Match, onCleanup, Show, Switch } from "solid-js";
import { Portal } from "solid-js/web";
import type { ChartPoint } from "#domain/analytics/chart/point.ts";
import { csvDelimiter, csvText } from "#domain/analytics/export.ts";
import { cellPlain } from "#web/features/analytics/cell-text.ts";
import { BOM, download } from "#web/features/analytics/download.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { ResultRows } from "#web/features/analytics/query/result-rows.tsx";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { SlideOver } from "#web/ui/slide-over.tsx";
import { drillPage, runDrill } from "./run-drill.ts";

const PAGE = 500;
/** What one file holds at most; a spreadsheet takes a million lines, a page's memory less. */
const MOST_EXPORTED = 200_000;

/** The rows behind a point, a page at a time, or why it has none. */
export function DrillPanel(props: {
  keeper: Pick<EngineKeeper, "use">;
  question: Pick<ReadResult, "columns"> & { sql: string };
  point: ChartPoint;
  onClose: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const { language } = useLocale();
  const words = () => t().analytics.chart.drill;
  const [rows, setRows] = createSignal<Pick<ReadResult, "columns" | "rows">>();
  const [busy, setBusy] = createSignal(false);
  const leaving = new AbortController();
  onCleanup(() => leaving.abort());
  const page = (sql: string, at: number, count: number) =>
    props.keeper.use((engine) => drillPage(engine, sql, at, count, leaving.signal));
  const [drilled, { refetch }] = createResource(
    () => ({ point: props.point, question: props.question }),
    async ({ point, question }) => {
      const found = await props.keeper.use((engine) =>
        runDrill(engine, question, point, leaving.signal),
      );
      if ("sql" in found) setRows(await page(found.sql, 0, PAGE));
      return found;
    },
  );
  const found = () => {
    const now = drilled.error === undefined ? drilled.latest : undefined;
    return now && "sql" in now ? now : undefined;
  };
  const reason = () => {
    const now = drilled.error === undefined ? drilled.latest : undefined;
    return now && "reason" in now ? now.reason : undefined;
  };
  const more = async (): Promise<void> => {
    const [now, drill] = [rows(), found()];
    if (busy() || now === undefined || drill === undefined || now.rows.length >= drill.total)
      return;
    setBusy(true);
    const next = await page(drill.sql, now.rows.length, PAGE).catch(() => undefined);
    if (next) setRows({ columns: now.columns, rows: [...now.rows, ...next.rows] });
    setBusy(false);
  };
  const save = async (sql: string): Promise<void> => {
    const speech = language();
    const name = `${words().fileWord}-${calendarDate()}.csv`;
    const { columns, rows: all } = await page(sql, 0, MOST_EXPORTED);
    const lines = all.map((row) =>
      row.map((cell, at) => cellPlain(cell, columns[at]?.kind ?? "text", speech)),
    );
    download(name, BOM + csvText([columns.map((one) => one.name), ...lines], csvDelimiter(speech)));
  };
  const sum = () => {
    const drill = found();
    const { figure } = props.point;
    if (!drill || figure === null) return "";
    return words().sum(drill.total, f().number(drill.total), f().number(figure));
  };
  return (
    <Portal>
      {/* A section, so that the head of the panel is none of the page. */}
      <section class="pointer-events-none fixed inset-0 z-slide">
        <SlideOver
          title={words().title(props.point.label)}
          onClose={() => props.onClose()}
          width={720}
          widthKey="drill"
          class="pointer-events-auto"
          head={<span class="truncate font-semibold text-ink">{props.point.label}</span>}
          actions={
            <Show when={found()}>
              {(drill) => (
                <IconButton
                  quiet
                  icon={IconDownload}
                  label={words().csv}
                  onClick={() => void save(drill().sql)}
                />
              )}
            </Show>
          }
        >
          <div class="flex h-full flex-col gap-2" data-testid="drill">
            <Switch fallback={<SkeletonRows />}>
              <Match when={drilled.error !== undefined}>
                <ErrorState
                  title={words().failed}
                  body={t().analytics.engine.lostBody}
                  onRetry={() => void refetch()}
                />
              </Match>
              <Match when={reason()}>
                {(why) => <EmptyState title={words().why} body={words().reasons[why()]} />}
              </Match>
              <Match when={found()?.total === 0}>
                <EmptyState title={words().none} body={props.point.label} />
              </Match>
              <Match when={found()}>
                {(drill) => (
                  <>
                    <p class="num text-small text-ink-2" role="status">
                      {sum()}
                    </p>
                    <div class="-mx-6 min-h-60 flex-1 phone:-mx-4">
                      <Show when={rows()}>
                        {(shown) => (
                          <ResultRows
                            label={words().title(props.point.label)}
                            result={shown()}
                            total={drill().total}
                            onEnd={() => void more()}
                            loading={busy()}
                          />
                        )}
                      </Show>
                    </div>
                    <details class="text-small text-ink-3">
                      <summary class="touch-target w-fit rounded-2">{words().sql}</summary>
                      <pre class="mt-1 overflow-x-auto whitespace-pre-wrap rounded-card border border-line bg-canvas px-3 py-2 font-mono text-ink-2">
                        {drill().sql}
                      </pre>
                    </details>
                  </>
                )}
              </Match>
            </Switch>
          </div>
        </SlideOver>
      </section>
    </Portal>
  );
}
