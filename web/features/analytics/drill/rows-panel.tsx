import IconDownload from "~icons/lucide/download";
import { createSignal, Match, onCleanup, Show, Switch } from "solid-js";
import { Portal } from "solid-js/web";
import type { NoDrill } from "#domain/analytics/drill/drill-query.ts";
import { csvDelimiter, csvText } from "#domain/analytics/export.ts";
import { cellPlain } from "#web/features/analytics/cell-text.ts";
import { BOM, download } from "#web/features/analytics/download.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { ResultRows } from "#web/features/analytics/query/result-rows.tsx";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { createResource } from "#web/lib/resource.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { SlideOver } from "#web/ui/slide-over.tsx";
import { drillPage } from "./run-drill.ts";

const PAGE = 500;
/** What one file holds at most; a spreadsheet takes a million lines, a page's memory less. */
const MOST_EXPORTED = 200_000;

/** Rows that stand behind something, a page at a time, with what they give; or why there are none to show. */
export function RowsPanel<F extends { sql: string; total: number }>(props: {
  keeper: Pick<EngineKeeper, "use">;
  /** What the rows stand behind. Another one is looked for anew. */
  label: string;
  /** Undefined while they can't be looked for yet. */
  find: ((engine: Engine, signal: AbortSignal) => Promise<F | { reason: NoDrill }>) | undefined;
  /** How many rows give what. */
  says: (found: F) => string;
  reasons: { why: string } & Record<NoDrill, string>;
  onClose: () => void;
}) {
  const t = useTexts();
  const { language } = useLocale();
  const words = () => t().analytics.chart.drill;
  const [rows, setRows] = createSignal<Pick<ReadResult, "columns" | "rows">>();
  const [busy, setBusy] = createSignal(false);
  const leaving = new AbortController();
  onCleanup(() => leaving.abort());
  const page = (sql: string, at: number, count: number) =>
    props.keeper.use((engine) => drillPage(engine, sql, at, count, leaving.signal));
  const [drilled, { refetch }] = createResource(
    () => props.find,
    async (find) => {
      const found = await props.keeper.use((engine) => find(engine, leaving.signal));
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
  return (
    <Portal>
      {/* A section, so that the head of the panel is none of the page. */}
      <section class="pointer-events-none fixed inset-0 z-slide">
        <SlideOver
          title={words().title(props.label)}
          onClose={() => props.onClose()}
          width={720}
          widthKey="drill"
          class="pointer-events-auto"
          head={<span class="truncate font-semibold text-ink">{props.label}</span>}
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
                {(why) => <EmptyState title={props.reasons.why} body={props.reasons[why()]} />}
              </Match>
              <Match when={found()?.total === 0}>
                <EmptyState title={words().none} body={props.label} />
              </Match>
              <Match when={found()}>
                {(drill) => (
                  <>
                    <p class="num text-small text-ink-2" role="status">
                      {props.says(drill())}
                    </p>
                    <div class="-mx-6 min-h-60 flex-1 phone:-mx-4">
                      <Show when={rows()}>
                        {(shown) => (
                          <ResultRows
                            label={words().title(props.label)}
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
