import { createResource, Show, Suspense } from "solid-js";
import { Portal } from "solid-js/web";
import type { WidgetView } from "#domain/dashboards/model.ts";
import { narrowed, type Table } from "#domain/dashboards/narrow.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { ResultRows } from "#web/features/analytics/query/result-rows.tsx";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { schemaOf } from "#web/features/sources/workspace-keeper.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { SlideOver } from "#web/ui/slide-over.tsx";
import { WidgetFailed } from "./widget-trouble.tsx";

/** The rows behind a widget: those of the first table that it reads, under every filter and its own choice. */
export function RowsSheet(props: {
  widget: WidgetView;
  tables: readonly Table[];
  onClose: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const { filters, runner, dashboard } = useDashboard();
  const table = () => props.tables[0];
  const sql = () => {
    const first = table();
    if (!first) return undefined;
    const own = filters.selectionOf(props.widget.id)?.condition;
    const conditions = filters.conditionsFor(props.widget.id, new Set());
    const all = own ? [...conditions, own] : conditions;
    const text = `SELECT * FROM ${quoteIdentifier(first.name)}`;
    return narrowed(text, [first], all, schemaOf(dashboard().workspaceId));
  };
  const [found, { refetch }] = createResource(sql, (text) =>
    runner.run(`rows-${props.widget.id}`, text),
  );
  const result = () => (found.error === undefined ? found.latest : undefined);
  return (
    <Portal>
      <div class="pointer-events-none fixed inset-0 z-slide">
        <SlideOver
          title={t().dashboards.rows.title(props.widget.title)}
          onClose={() => props.onClose()}
          width={720}
          widthKey="dashboard-rows"
          head={
            <span class="truncate">
              <span class="font-semibold text-ink">{props.widget.title}</span>{" "}
              <Show when={result()}>
                {(rows) => (
                  <span class="num">
                    {rows().more
                      ? t().dashboards.rows.first(f().number(rows().rows.length))
                      : t().dashboards.rows.count(
                          rows().rows.length,
                          f().number(rows().rows.length),
                        )}
                  </span>
                )}
              </Show>
            </span>
          }
          class="pointer-events-auto [&>div:last-child]:p-0"
        >
          <Show when={table()} fallback={<p class="p-4">{t().dashboards.rows.none}</p>}>
            <Show
              when={found.error === undefined}
              fallback={
                <div class="p-4">
                  <WidgetFailed
                    trouble={{ kind: "failed", error: found.error, sql: sql() ?? "" }}
                    known={props.tables}
                    small={false}
                    onAgain={() => void refetch()}
                  />
                </div>
              }
            >
              <Suspense fallback={<SkeletonRows />}>
                <Show when={result()} fallback={<SkeletonRows />}>
                  {(rows) => (
                    <div class="h-full phone:pt-3">
                      <ResultRows
                        label={t().dashboards.rows.title(props.widget.title)}
                        result={rows()}
                      />
                    </div>
                  )}
                </Show>
              </Suspense>
            </Show>
          </Show>
        </SlideOver>
      </div>
    </Portal>
  );
}
