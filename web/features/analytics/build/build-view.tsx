import IconClear from "~icons/lucide/eraser";
import IconRedo from "~icons/lucide/redo-2";
import IconStop from "~icons/lucide/square";
import IconUndo from "~icons/lucide/undo-2";
import { createEffect, createMemo, Match, on, Show, Switch, type JSX } from "solid-js";
import { createStore } from "solid-js/store";
import { joinedColumns } from "#domain/analytics/builder/join-keys.ts";
import { repeatedMeasures } from "#domain/analytics/builder/repeats.ts";
import { emptyQuery, type ColumnRef } from "#domain/analytics/builder/model.ts";
import { QueryError } from "#web/features/analytics/query/query-error.tsx";
import { ResultCard } from "#web/features/analytics/query/result-card.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { MOD } from "#web/lib/shortcuts.ts";
import { Button } from "#web/ui/button.tsx";
import { cx } from "#web/ui/cx.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import { BuiltSql } from "./built-sql.tsx";
import type { Build } from "./build-state.ts";
import { refKey } from "./build-table.ts";
import { FilterStep } from "./filter-step.tsx";
import { GoneNote } from "./gone-note.tsx";
import { GroupStep } from "./group-step.tsx";
import { MeasureStep } from "./measure-step.tsx";
import { ModelNote } from "./model-note.tsx";
import { OrderStep } from "./order-step.tsx";
import { SourceStep } from "./source-step.tsx";
import { isUniqueKey } from "./value-counts.ts";

/** A question put together step by step, beside its answer. */
export function BuildView(props: {
  build: Build;
  title: string;
  fileName: string;
  onSql: (sql: string) => void;
  /** Above the steps: suggestions. */
  head?: JSX.Element;
}) {
  const t = useTexts();
  const words = () => t().analyticsBuild;
  const build = () => props.build;
  const isUnique = createUniqueKeys(props);
  const repeated = createMemo(() => repeatedMeasures(build().query(), isUnique));
  const keys = (event: KeyboardEvent): void => {
    const mod = event.metaKey || event.ctrlKey;
    const typing =
      event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (!mod || typing || event.defaultPrevented) return;
    const key = event.key.toLowerCase();
    const forth = key === "y" || (key === "z" && event.shiftKey);
    if (!forth && key !== "z") return;
    event.preventDefault();
    if (forth) build().redo();
    else build().undo();
  };
  const table = () =>
    build()
      .tables()
      .find((one) => one.table === build().query().table);
  const result = () => build().result;
  return (
    <div
      class="flex h-full min-h-0 max-[64rem]:flex-col max-[64rem]:overflow-y-auto"
      onKeyDown={keys}
      role="presentation"
    >
      <section
        aria-label={words().steps}
        class="w-88 shrink-0 overflow-y-auto border-r border-line bg-surface max-[64rem]:w-full max-[64rem]:overflow-visible max-[64rem]:border-r-0 max-[64rem]:border-b"
      >
        <div class="flex items-center gap-1 border-b border-line px-3 py-1.5">
          <h2 class="min-w-0 flex-1 truncate pl-1 font-semibold">{words().steps}</h2>
          <IconButton
            quiet
            icon={IconUndo}
            label={words().undo}
            kbd={`${MOD} Z`}
            disabled={!build().canUndo()}
            onClick={() => build().undo()}
          />
          <IconButton
            quiet
            icon={IconRedo}
            label={words().redo}
            kbd={`${MOD} Y`}
            disabled={!build().canRedo()}
            onClick={() => build().redo()}
          />
          <IconButton
            quiet
            icon={IconClear}
            label={words().clear}
            onClick={() => build().replace({ query: emptyQuery(build().query().table) })}
          />
        </div>
        <Show when={build().problems().length > 0}>
          <GoneNote build={build()} />
        </Show>
        <ModelNote build={build()} />
        <SourceStep build={build()} isUnique={isUnique} />
        <FilterStep build={build()} />
        <GroupStep build={build()} />
        <MeasureStep build={build()} repeated={repeated()} />
        <OrderStep build={build()} />
        <BuiltSql sql={build().sql() ?? ""} onOpen={props.onSql} />
      </section>
      <section
        aria-label={words().result}
        class="flex min-w-0 flex-1 flex-col gap-3 overflow-y-auto p-4 max-[64rem]:overflow-visible"
      >
        {props.head}
        <div aria-live="polite" class="flex flex-col gap-2 empty:hidden">
          <Switch>
            <Match when={result().running()}>
              <div class="flex items-center gap-3">
                <ProgressBar label={t().analytics.query.run} class="flex-1" />
                <Button size="sm" icon={IconStop} onClick={() => result().stop()}>
                  {t().analytics.query.stop}
                </Button>
              </div>
            </Match>
            <Match when={result().error()}>
              {(failure) => (
                <QueryError
                  failure={failure()}
                  dataSet={{ table: table()?.table ?? "", profiles: [...(table()?.columns ?? [])] }}
                />
              )}
            </Match>
            <Match when={result().stopped()}>
              <p class="text-small text-ink-3">{t().analytics.query.stopped}</p>
            </Match>
          </Switch>
        </div>
        <Show when={build().answer()}>
          {(answer) => (
            <div
              class={cx("transition-opacity", result().running() && "opacity-60")}
              aria-busy={result().running()}
            >
              <ResultCard
                answer={answer()}
                title={props.title}
                fileName={props.fileName}
                keeper={build().keeper}
                onChart={(chart) => build().chart(chart)}
              />
            </div>
          )}
        </Show>
      </section>
    </div>
  );
}

/** Whether each value of a join's key has one row, asked of the engine once a key. */
function createUniqueKeys(props: { build: Build }): (key: ColumnRef) => boolean | undefined {
  const [known, setKnown] = createStore<Record<string, boolean>>({});
  const asked = new Set<string>();
  createEffect(
    on(
      () => [props.build.query().joins, props.build.problems().length] as const,
      ([, wrong]) => {
        if (wrong > 0) return;
        for (const key of joinedColumns(props.build.query())) {
          const id = refKey(key);
          if (asked.has(id)) continue;
          asked.add(id);
          isUniqueKey(props.build.keeper, key).then(
            (one) => setKnown(id, one),
            () => asked.delete(id),
          );
        }
      },
    ),
  );
  return (key) => known[refKey(key)];
}
