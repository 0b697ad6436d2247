import { useNavigate, useSearchParams } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import { phraseOf } from "#domain/analytics/suggest/phrase.ts";
import type { QuestionView } from "#domain/questions/model.ts";
import type { WorkspaceView } from "#domain/workspaces/model.ts";
import { createQuery } from "#web/features/analytics/query/query-state.ts";
import { SuggestBox } from "#web/features/analytics/suggest/suggest-box.tsx";
import { PinButton } from "#web/features/dashboards/pin/pin-button.tsx";
import { CutNote } from "#web/features/sources/cut-note.tsx";
import { useUnreadTables } from "#web/features/sources/use-unread-tables.ts";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { PageActions } from "#web/lib/page.tsx";
import { today } from "#web/lib/today.ts";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { onBuildRequest } from "./build-request.ts";
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
  /** Written on in SQL. */
  inSql: boolean;
}) {
  const t = useTexts();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ dashboard?: string }>();
  /** The bar of a phone has room for one. */
  const phone = createMediaQuery("(width < 40rem)");
  const { language } = useLocale();
  // The view is made anew for another question.
  // oxlint-disable solid/reactivity
  const { first, around, sources } = props;
  const place = draftPlace(props.workspace.id, props.question?.id);
  // oxlint-enable solid/reactivity
  /** SQL that is no longer what the steps mean. */
  const [typed, setTyped] = createSignal(first.sql);
  const written = createQuery({ keeper: sources.keeper() }, () => undefined);
  const keep = (): void => {
    const sql = typed();
    const draft = { ...build.doc(), ...(sql !== undefined && { sql }) };
    void drafts.write(draftScope(), place, draft, props.question?.version);
  };
  const build = createBuild({ ...around, keeper: sources.keeper(), onChange: () => keep() }, first);
  // In the place of what was being built there, which Undo brings back.
  onBuildRequest((query) => build.replace({ query }));
  const titleOf = (table: string): string =>
    around.tables().find((one) => one.table === table)?.title ?? table;
  const unread = useUnreadTables(sources);
  const phrase = () =>
    phraseOf(
      build.query(),
      titleOf(build.query().table),
      t().analyticsSuggest,
      language(),
      today(),
    );
  const text = () => typed() ?? build.sql() ?? "";
  const openSql = (): void => {
    setTyped(undefined);
    keep();
    const question = props.question === undefined ? "" : `&question=${props.question.id}`;
    const dashboard = search.dashboard === undefined ? "" : `&dashboard=${search.dashboard}`;
    navigate(`/analytics/w/${props.workspace.id}/build?sql=1${question}${dashboard}`);
  };
  const writtenChart = () => {
    const { question } = props;
    return question?.sql === text()
      ? question.chart
      : ((written.outlived() ? null : written.answer()?.chart) ?? null);
  };
  const work = () => {
    if (props.inSql && typed() !== undefined)
      return { sql: text(), chart: writtenChart(), built: null };
    const answer = build.answer();
    const chart = answer ? answer.chart : (build.doc().chart ?? props.question?.chart ?? null);
    return build.sql() === undefined ? undefined : { sql: text(), chart, built: build.query() };
  };
  return (
    <>
      <PageActions>
        <Show when={props.workspace.can.write}>
          <Show when={!phone() && work()}>
            {(own) => (
              <PinButton
                words={t().asks.pin}
                place={{ workspaceId: props.workspace.id, dashboardId: search.dashboard }}
                pinned={{ title: props.question?.title ?? phrase(), ...own() }}
              />
            )}
          </Show>
          <SaveWork
            dashboardId={search.dashboard}
            work={work()}
            title={props.question?.title ?? phrase()}
            workspaceId={props.workspace.id}
            sources={sources.all()}
            question={props.question}
          />
        </Show>
      </PageActions>
      <Switch>
        <Match when={!props.inSql}>
          <BuildView
            build={build}
            title={phrase()}
            fileName={titleOf(build.query().table)}
            onSql={openSql}
            head={
              <>
                <SuggestBox
                  keeper={sources.keeper()}
                  sources={around.suggestSources()}
                  joins={around.saidKeys()}
                  onChoose={({ query }) => build.replace({ query })}
                />
                <CutNote sources={sources} of={sources.all()} />
              </>
            }
          />
        </Match>
        <Match when={props.inSql}>
          <SqlView
            head={<CutNote sources={sources} of={sources.all()} />}
            query={written}
            text={text()}
            tables={around.tables()}
            unread={unread()}
            onText={(next) => {
              if (next === text()) return;
              setTyped(next === build.sql() ? undefined : next);
              keep();
            }}
            changed={typed() !== undefined}
            fileName={props.workspace.title}
          />
        </Match>
      </Switch>
    </>
  );
}
