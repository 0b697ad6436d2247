import { Match, onMount, Show, Switch, type JSX } from "solid-js";
import { QueryError } from "#web/features/analytics/query/query-error.tsx";
import type { Query } from "#web/features/analytics/query/query-state.ts";
import type { Unread } from "#web/features/analytics/query/refusal-text.ts";
import { ResultCard } from "#web/features/analytics/query/result-card.tsx";
import { SqlBox } from "#web/features/analytics/query/sql-box.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { ProgressBar } from "#web/ui/progress.tsx";
import type { BuildTable } from "./build-table.ts";

/** SQL over every table of a workspace, with its answer below. */
export function SqlView(props: {
  /** What is to be known of the tables. */
  head: JSX.Element;
  query: Query;
  text: string;
  tables: readonly BuildTable[];
  /** Those that can't be read here. */
  unread: readonly Unread[];
  onText: (text: string) => void;
  /** The text is no longer what the steps of the builder mean. */
  changed: boolean;
  fileName: string;
}) {
  const t = useTexts();
  const words = () => t().analytics;
  const dataSet = () => {
    const named = props.tables.find(({ table }) => props.text.includes(table)) ?? props.tables[0];
    return { table: named?.table ?? "", profiles: [...(named?.columns ?? [])] };
  };
  const schema = () =>
    Object.fromEntries(
      props.tables.map(({ table, columns }) => [table, columns.map(({ name }) => name)]),
    );
  onMount(() => {
    if (props.query.answer()?.sql !== props.text && props.text.trim() !== "")
      void props.query.run(props.text);
  });
  return (
    <div class="h-full overflow-y-auto">
      <div class="mx-auto flex w-full max-w-240 flex-col gap-3 p-4">
        {props.head}
        <SqlBox
          dataSet={dataSet()}
          schema={schema()}
          query={props.query}
          text={props.text}
          onText={props.onText}
          insertion={undefined}
        />
        <Show when={props.changed}>
          <p class="text-small text-ink-3">{t().analyticsBuild.sql.noWay}</p>
        </Show>
        <div aria-live="polite" class="empty:hidden">
          <Switch>
            <Match when={props.query.running()}>
              <ProgressBar label={words().query.run} />
            </Match>
            <Match when={props.query.error()}>
              {(failure) => (
                <QueryError
                  failure={failure()}
                  dataSet={dataSet()}
                  tables={props.tables.map(({ table }) => table)}
                  unread={props.unread}
                />
              )}
            </Match>
            <Match when={props.query.stopped()}>
              <p class="text-small text-ink-3">{words().query.stopped}</p>
            </Match>
          </Switch>
        </div>
        <Show when={props.query.answer()}>
          {(answer) => (
            <div
              class={cx("transition-opacity", props.query.running() && "opacity-60")}
              aria-busy={props.query.running()}
            >
              <Show when={props.query.outlived()}>
                <p class="pb-1.5 text-small font-medium">{words().query.previous}</p>
              </Show>
              <ResultCard answer={answer()} fileName={props.fileName} keeper={props.query.keeper} />
            </div>
          )}
        </Show>
      </div>
    </div>
  );
}
