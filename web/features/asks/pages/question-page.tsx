import IconBuild from "~icons/lucide/blocks";
import IconCorrect from "~icons/lucide/pencil";
import IconEdit from "~icons/lucide/square-pen";
import IconVerified from "~icons/lucide/circle-check";
import IconAsk from "~icons/lucide/sparkles";
import { A, useParams } from "@solidjs/router";
import { queryOptions, useQueryClient } from "@tanstack/solid-query";
import { createEffect, createMemo, createSignal, on, onMount, Show } from "solid-js";
import { chooseChart } from "#domain/analytics/chart/rules.ts";
import { shapeOf } from "#domain/analytics/chart/shape.ts";
import { tablesIn } from "#domain/dashboards/narrow.ts";
import type { QuestionView } from "#domain/questions/model.ts";
import { preload } from "#web/features/analytics/current-library.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";
import type { Answer } from "#web/features/analytics/query/answer.ts";
import { ResultCard } from "#web/features/analytics/query/result-card.tsx";
import { AnswerWords } from "#web/features/asks/answer-words.tsx";
import { EditQuestion } from "#web/features/asks/edit-question.tsx";
import { MOST_ROWS } from "#web/features/asks/look.ts";
import { OlderFormulas } from "#web/features/asks/older-formulas.tsx";
import { SourcesNote } from "#web/features/asks/sources-note.tsx";
import { SqlPanel } from "#web/features/asks/sql-panel.tsx";
import { TroubleNote } from "#web/features/asks/trouble-note.tsx";
import { useAskSources } from "#web/features/asks/use-ask-sources.ts";
import { QuestionsList } from "#web/features/questions/questions-list.tsx";
import { CutNote } from "#web/features/sources/cut-note.tsx";
import { MissingSources } from "#web/features/sources/missing-sources.tsx";
import { SourcesPanel } from "#web/features/sources/sources-panel.tsx";
import { useUnreadTables } from "#web/features/sources/use-unread-tables.ts";
import { useSources, type Sources } from "#web/features/sources/use-sources.ts";
import { workspaceQuery } from "#web/features/workspaces/queries.ts";
import { api, openStream } from "#web/lib/api.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { usePage, PageActions } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Button, buttonClass } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

const questionQuery = (id: string) =>
  queryOptions({
    queryKey: ["questions", "one", id],
    queryFn: ({ signal }) => api("get /questions/{id}", { params: { id }, signal }),
  });

/** A kept question: its SQL is run anew on the data as they are now. */
export function QuestionPage() {
  const t = useTexts();
  const words = () => t().asks;
  const params = useParams<{ workspace: string; question: string }>();
  const workspace = useQuery(() => workspaceQuery(params.workspace));
  const question = useQuery(() => questionQuery(params.question));
  const sources = useSources(() => params.workspace);
  onMount(preload);
  usePage(() => ({
    title: question.data?.title ?? words().saved.asked,
    trail: [
      { label: t().workspaces.title, href: "/analytics" },
      { label: workspace.data?.title ?? "…", href: `/analytics/w/${params.workspace}` },
    ],
  }));
  const gone = () =>
    question.error instanceof ApiProblem && question.error.code === "question.not_found";
  return (
    <div class="flex h-full min-h-0">
      <aside
        aria-label={t().workspaces.sources.title}
        class="w-58 shrink-0 overflow-y-auto border-r border-line bg-canvas max-[64rem]:hidden"
      >
        <SourcesPanel workspaceId={params.workspace} sources={sources} />
        <section class="px-3 pb-4" aria-labelledby="saved-questions">
          <h2 id="saved-questions" class="mb-1 pl-1 text-small font-medium text-ink-2">
            {t().workspaces.page.questions}
          </h2>
          <QuestionsList workspaceId={params.workspace} />
        </section>
      </aside>
      <div class="min-w-0 flex-1 overflow-y-auto">
        <Show
          when={!gone()}
          fallback={
            <EmptyState
              title={words().saved.missing}
              body={words().saved.missingBody}
              actions={
                <A href={`/analytics/w/${params.workspace}`} class={buttonClass("secondary")}>
                  {words().saved.back}
                </A>
              }
            />
          }
        >
          <QueryView query={question}>
            {(data) => (
              <SavedQuestion question={data()} sources={sources} workspaceId={params.workspace} />
            )}
          </QueryView>
        </Show>
      </div>
    </div>
  );
}

function SavedQuestion(props: { question: QuestionView; sources: Sources; workspaceId: string }) {
  const t = useTexts();
  const words = () => t().asks;
  // oxlint-disable-next-line solid/reactivity -- made anew for another workspace
  const { sources } = props;
  const usable = useAskSources(sources);
  const [answer, setAnswer] = createSignal<Answer>();
  const [trouble, setTrouble] = createSignal<unknown>();
  const [renaming, setRenaming] = createSignal(false);
  /** The version whose SQL is being corrected. */
  const [correcting, setCorrecting] = createSignal<number>();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const run = async (sql: string) => {
    setTrouble(undefined);
    const result = await props.sources
      .keeper()
      .use((engine) => runRead(engine, sql, { limit: MOST_ROWS }));
    // Other SQL has other columns: its chart is chosen anew.
    const own = sql === props.question.sql;
    const chart = own ? props.question.chart : chooseChart(shapeOf(result));
    setAnswer({ ...result, sql, chart });
  };
  const all = () => run(props.question.sql).catch(setTrouble);
  const unreadTables = useUnreadTables(sources);
  /** What its SQL reads that is not to be read here: nothing is asked of the rest, the query itself is not at fault. */
  const missing = createMemo(() => {
    const named = props.sources.all().map((source) => ({ name: source.table, source }));
    const unread = new Set(usable.unread().map(({ id }) => id));
    return tablesIn(props.question.sql, named).flatMap(({ source }) =>
      unread.has(source.id) ? [source] : [],
    );
  });
  /** Keeps the SQL that stands corrected. The old answer's sentence told of the old figures. */
  const saveSql = async () => {
    const corrected = answer();
    const version = correcting();
    if (corrected === undefined || version === undefined) return;
    const { id, title, sql, answer: said, built } = props.question;
    const same = corrected.sql === sql;
    try {
      await api("patch /questions/{id}", {
        params: { id },
        body: {
          version,
          changes: {
            sql: corrected.sql,
            chart: corrected.chart,
            answer: same ? said : "",
            built: same ? built : null,
            verified: true,
          },
        },
      });
      await queries.invalidateQueries({ queryKey: ["questions"] });
      setCorrecting(undefined);
      toasts.show({ text: words().kept(title), tone: "ok" });
    } catch (error) {
      const changed = error instanceof ApiProblem && error.code === "conflict.version";
      toasts.show({ text: changed ? words().sql.changed : say(error), tone: "bad" });
      if (!changed) return;
      await queries.invalidateQueries({ queryKey: ["questions"] });
      setCorrecting(props.question.version);
    }
  };
  createEffect(
    on(
      () =>
        [
          usable.ready().length,
          usable.loading() || missing().length > 0,
          props.question.id,
          props.question.sql,
        ] as const,
      ([ready, waits]) => {
        // What somebody else saved waits until what is being corrected here is saved or left.
        if (ready > 0 && !waits && correcting() === undefined) void all();
      },
    ),
  );
  return (
    <div class="mx-auto flex w-full max-w-180 flex-col gap-3 px-4 py-4 phone:pb-24">
      <PageActions>
        <Show when={props.question.built}>
          <A
            href={`/analytics/w/${props.workspaceId}/build?question=${props.question.id}`}
            class={buttonClass("secondary")}
          >
            <Icon of={IconBuild} /> {t().analyticsBuild.openBuilt}
          </A>
        </Show>
        <Show when={session.can("analytics.ask")}>
          <A
            href={`/analytics/w/${props.workspaceId}/ask?q=${encodeURIComponent(props.question.question || props.question.title)}`}
            class={buttonClass("primary")}
          >
            <Icon of={IconAsk} /> {words().saved.again}
          </A>
        </Show>
      </PageActions>
      <header class="flex items-start gap-2 rounded-card bg-sunken px-3.5 py-2">
        <h1 class="min-w-0 flex-1 py-0.5 text-lead font-medium wrap-anywhere">
          {props.question.question || props.question.title}
        </h1>
        <Show when={props.question.can.write}>
          <IconButton
            icon={IconEdit}
            label={words().saved.editTitle}
            onClick={() => setRenaming(true)}
          />
        </Show>
      </header>
      <Show when={renaming()}>
        <EditQuestion question={props.question} onClose={() => setRenaming(false)} />
      </Show>
      <Show when={props.question.verified}>
        <p class="flex items-center gap-2 text-small text-ok">
          <Icon of={IconVerified} size={14} /> {words().saved.isVerified}
        </p>
      </Show>
      <Show when={props.question.answer}>
        <AnswerWords text={props.question.answer} result={answer() ?? null} unit="" />
      </Show>
      <Show when={props.question.built}>
        {(built) => <OlderFormulas workspaceId={props.workspaceId} built={built()} />}
      </Show>
      <Show when={missing().length > 0} fallback={<SourcesNote usable={usable} />}>
        <MissingSources
          title={words().saved.needs}
          workspaceId={props.workspaceId}
          of={missing()}
          sources={props.sources}
        />
      </Show>
      <CutNote sources={props.sources} of={props.sources.all()} />
      <Show when={missing().length === 0 && trouble()}>
        {(error) => (
          <TroubleNote trouble={{ kind: "problem", error: error() }} onAgain={() => void all()} />
        )}
      </Show>
      <Show when={answer()}>
        {(found) => (
          <ResultCard
            answer={found()}
            title={props.question.title}
            fileName={usable.ready()[0]?.name ?? ""}
            keeper={props.sources.keeper()}
            place={{ workspaceId: props.workspaceId }}
          />
        )}
      </Show>
      <SqlPanel
        workspaceId={props.workspaceId}
        sql={(correcting() === undefined ? undefined : answer()?.sql) ?? props.question.sql}
        sources={usable.ready()}
        unread={unreadTables()}
        editing={correcting() !== undefined}
        canSave={props.question.can.write}
        post={(body, signal) => openStream("/ai/query", body, signal)}
        onRun={run}
        onSave={saveSql}
        onEdited={() => {
          setCorrecting(undefined);
          void all();
        }}
      />
      <Show
        when={props.question.can.write && correcting() === undefined && usable.ready().length > 0}
      >
        <Button
          kind="ghost"
          class="self-end"
          icon={IconCorrect}
          onClick={() => setCorrecting(props.question.version)}
        >
          {words().sql.correct}
        </Button>
      </Show>
    </div>
  );
}
