import IconBuild from "~icons/lucide/blocks";
import IconSql from "~icons/lucide/square-terminal";
import { createSignal, Match, Show, Switch } from "solid-js";
import { phraseOf } from "#domain/analytics/suggest/phrase.ts";
import type { QuestionView } from "#domain/questions/model.ts";
import type { WorkspaceView } from "#domain/workspaces/model.ts";
import { createQuery } from "#web/features/analytics/query/query-state.ts";
import { SuggestBox } from "#web/features/analytics/suggest/suggest-box.tsx";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { today } from "#web/lib/today.ts";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { createBuild } from "./build-state.ts";
import { BuildView } from "./build-view.tsx";
import { draftPlace, drafts, draftScope, type Draft } from "./drafts.ts";
import { SaveWork } from "./save-work.tsx";
import { SqlView } from "./sql-view.tsx";
import type { WorkspaceTables } from "./workspace-tables.ts";

/** A question of a workspace that is being built, or written on in SQL; what was typed is there again after a reload. */
export function WorkspaceBuild(props: {
  workspace: WorkspaceView;
  sources: Sources;
  around: WorkspaceTables;
  first: Draft;
  question: QuestionView | undefined;
}) {
  const t = useTexts();
  const { language } = useLocale();
  const words = () => t().analyticsBuild;
  // The view is made anew for another question.
  // oxlint-disable solid/reactivity
  const { first, around, sources } = props;
  const place = draftPlace(props.workspace.id, props.question?.id);
  // oxlint-enable solid/reactivity
  const [sql, setSql] = createSignal(first.sql);
  const [typed, setTyped] = createSignal(first.sql ?? "");
  const written = createQuery({ keeper: sources.keeper() }, () => undefined);
  const keep = (): void => {
    const draft = { ...build.doc(), ...(sql() !== undefined && { sql: typed() }) };
    void drafts.write(draftScope(), place, draft, props.question?.version);
  };
  const build = createBuild({ ...around, keeper: sources.keeper(), onChange: () => keep() }, first);
  const titleOf = (table: string): string =>
    around.tables().find((one) => one.table === table)?.title ?? table;
  const phrase = () =>
    phraseOf(
      build.query(),
      titleOf(build.query().table),
      t().analyticsSuggest,
      language(),
      today(),
    );
  const openSql = (text: string): void => {
    setSql(text);
    setTyped(text);
    keep();
    void written.run(text);
  };
  const work = () => {
    if (sql() !== undefined)
      return { sql: typed(), chart: written.answer()?.chart ?? null, built: null };
    const text = build.sql();
    return text === undefined
      ? undefined
      : { sql: text, chart: build.answer()?.chart ?? null, built: build.query() };
  };
  const suggestSources = () =>
    around.tables().map(({ table, title, columns }) => ({ table, title, columns }));
  return (
    <div class="flex h-full min-h-0 flex-col">
      <div class="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1.5">
        <SegmentedControl
          label={words().sql.mode}
          value={sql() === undefined ? "built" : "sql"}
          onChange={(mode) => {
            if (mode === "sql") return openSql(build.sql() ?? "");
            setSql(undefined);
            keep();
          }}
          options={[
            { value: "built", label: words().sql.built, icon: IconBuild },
            { value: "sql", label: words().sql.text, icon: IconSql },
          ]}
        />
        <span class="ml-auto flex flex-wrap items-center gap-2">
          <Show when={props.workspace.can.write}>
            <SaveWork
              work={work()}
              title={props.question?.title ?? phrase()}
              workspaceId={props.workspace.id}
              sources={sources.all()}
              question={props.question}
            />
          </Show>
        </span>
      </div>
      <div class="min-h-0 flex-1">
        <Switch>
          <Match when={sql() === undefined}>
            <BuildView
              build={build}
              title={phrase()}
              fileName={titleOf(build.query().table)}
              onSql={openSql}
              head={
                <SuggestBox
                  keeper={sources.keeper()}
                  sources={suggestSources()}
                  onChoose={({ query }) => build.replace({ query })}
                />
              }
            />
          </Match>
          <Match when={sql() !== undefined}>
            <SqlView
              query={written}
              text={typed()}
              tables={around.tables()}
              onText={(text) => {
                setTyped(text);
                keep();
              }}
              fileName={props.workspace.title}
            />
          </Match>
        </Switch>
      </div>
    </div>
  );
}
