import IconBuild from "~icons/lucide/blocks";
import IconColumns from "~icons/lucide/columns-3";
import IconOverview from "~icons/lucide/gauge";
import IconQuery from "~icons/lucide/chart-line";
import IconRows from "~icons/lucide/table-2";
import { createEffect, createSignal, Match, Show, Switch, untrack } from "solid-js";
import { firstQuestion } from "#domain/analytics/chart/first.ts";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import type { BuiltQuery } from "#domain/analytics/builder/model.ts";
import { drafts } from "#web/features/analytics/build/drafts.ts";
import { DataSetBuild } from "#web/features/analytics/build/data-set-build.tsx";
import type { Suggestion } from "#domain/analytics/suggest/suggest.ts";
import type { Library } from "#web/features/analytics/library.ts";
import { withUnits } from "#domain/analytics/profile.ts";
import { createOverview } from "#web/features/analytics/overview/overview-state.ts";
import { OverviewView } from "#web/features/analytics/overview/overview-view.tsx";
import { createQuery } from "#web/features/analytics/query/query-state.ts";
import { QueryView } from "#web/features/analytics/query/query-view.tsx";
import { Starters } from "#web/features/analytics/suggest/starters.tsx";
import { SuggestBox } from "#web/features/analytics/suggest/suggest-box.tsx";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { TextButton } from "#web/ui/text-button.tsx";
import { Tabs, type Tab } from "#web/ui/tabs.tsx";
import { CleaningLink } from "./cleaning-link.tsx";
import { ColumnsPanel } from "./columns-panel.tsx";
import { RowsView } from "./rows-view.tsx";

type View = "query" | "build" | "overview" | "rows" | "columns";

/** A loaded data set: its columns beside a question and its answer, or all its rows. */
export function DataSetView(props: { library: Library; dataSet: DataSet }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics.dataSet;
  const phone = createMediaQuery("(width < 40rem)");
  // What was asked of it is what one comes back to; a new file shows what is in it.
  // oxlint-disable-next-line solid/reactivity
  const [view, setView] = createSignal<View>(props.dataSet.sql === null ? "overview" : "query");
  /** The suggestion that the text in the editor still is. */
  const [offered, setOffered] = createSignal<Pick<Suggestion, "sql" | "query">>();
  const [insertion, setInsertion] = createSignal<{ text: string }>();
  // The view is made anew for another data set.
  // oxlint-disable solid/reactivity
  const { library, dataSet } = props;
  // oxlint-enable solid/reactivity
  const all = `SELECT *\nFROM ${quoteIdentifier(dataSet.table)}\nLIMIT 100`;
  const offer = firstQuestion(dataSet.table, dataSet.profiles)?.sql ?? all;
  const [text, setText] = createSignal(dataSet.sql ?? offer);
  const query = createQuery(library, (sql) => {
    // Nobody asked what is only offered. Its files may change while this is asked: the record is not written over with what it was.
    if (sql !== offer) void library.keepSql(dataSet.id, sql).catch(() => undefined);
  });
  const sources = [{ table: dataSet.table, title: dataSet.fileName, columns: dataSet.profiles }];
  const overview = createOverview({
    table: dataSet.table,
    title: dataSet.fileName,
    profiles: withUnits(dataSet.profiles, dataSet.reading),
    rows: dataSet.rows,
    keeper: library.keeper,
    place: { dataSet },
    load: () => library.load(dataSet),
  });
  // The first look at a question answers it.
  createEffect(() => {
    if (view() === "query" && untrack(() => !query.answer() && !query.running()))
      void query.run(untrack(text));
  });
  const tabs = (): Tab<View>[] => [
    { value: "overview", label: t().analyticsOverview.tab, icon: IconOverview },
    { value: "query", label: words().query, icon: IconQuery },
    { value: "build", label: t().analyticsBuild.tab, icon: IconBuild },
    { value: "rows", label: words().rows, icon: IconRows, count: f().number(dataSet.rows) },
    ...(phone() ? [{ value: "columns" as const, label: words().columns, icon: IconColumns }] : []),
  ];
  const insert = (column: string) => {
    setView("query");
    queueMicrotask(() => setInsertion({ text: column }));
  };
  const ask = (sql: string) => {
    setText(sql);
    setView("query");
    void query.run(sql);
  };
  const openBuilt = async (asked: BuiltQuery | undefined) => {
    if (asked) await drafts.write(library.scope, dataSet.id, { query: asked });
    setView("build");
  };
  const shown = (): View => (view() === "columns" && !phone() ? "overview" : view());
  const asks = () => shown() === "overview" || shown() === "query";
  const choose = (one: Suggestion) => {
    setOffered(one);
    ask(one.sql);
  };
  return (
    <div class="flex h-full min-h-0">
      <aside class="w-58 shrink-0 overflow-y-auto border-r border-line bg-canvas phone:hidden">
        <ColumnsPanel dataSet={dataSet} onInsert={insert} />
      </aside>
      <div class="flex min-w-0 flex-1 flex-col">
        <Tabs<View>
          label={words().views}
          tabs={tabs()}
          value={shown()}
          onChange={setView}
          class="shrink-0 border-b border-line px-3 py-1.5"
        />
        <div class="min-h-0 flex-1 overflow-y-auto">
          <Show when={asks()}>
            <div
              class={cx(
                "mx-auto flex w-full flex-col gap-2 px-4 pt-4",
                shown() === "overview" ? "max-w-300" : "max-w-240",
              )}
            >
              <SuggestBox keeper={library.keeper} sources={sources} onChoose={choose} />
              <Show when={shown() === "overview"}>
                <Starters keeper={library.keeper} sources={sources} onChoose={choose} />
              </Show>
              <Show when={shown() === "query" && offered()?.sql === text()}>
                <TextButton
                  class="self-start text-small"
                  onClick={() => void openBuilt(offered()?.query)}
                >
                  {t().analyticsBuild.openBuilt}
                </TextButton>
              </Show>
            </div>
          </Show>
          <Switch>
            <Match when={shown() === "query"}>
              <QueryView
                dataSet={dataSet}
                query={query}
                text={text()}
                onText={setText}
                insertion={insertion()}
              />
            </Match>
            <Match when={shown() === "build"}>
              <DataSetBuild library={library} dataSet={dataSet} onSql={ask} />
            </Match>
            <Match when={shown() === "overview"}>
              <OverviewView
                overview={overview}
                actions={<CleaningLink dataSet={dataSet} />}
                onOpen={ask}
              />
            </Match>
            <Match when={shown() === "rows"}>
              <RowsView library={library} dataSet={dataSet} />
            </Match>
            <Match when={shown() === "columns"}>
              <ColumnsPanel dataSet={dataSet} onInsert={insert} />
            </Match>
          </Switch>
        </div>
      </div>
    </div>
  );
}
