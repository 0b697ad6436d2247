import { A, useParams, useSearchParams } from "@solidjs/router";
import { queryOptions } from "@tanstack/solid-query";
import { Match, onMount, Show, Switch } from "solid-js";
import { emptyQuery } from "#domain/analytics/builder/model.ts";
import type { QuestionView } from "#domain/questions/model.ts";
import type { WorkspaceView } from "#domain/workspaces/model.ts";
import { tablesOf, type BuildTable } from "#web/features/analytics/build/build-table.ts";
import {
  draftPlace,
  drafts,
  draftScope,
  type Draft,
} from "#web/features/analytics/build/drafts.ts";
import { WorkspaceBuild } from "#web/features/analytics/build/workspace-build.tsx";
import { useWorkspaceTables } from "#web/features/analytics/build/workspace-tables.ts";
import { WorkspaceWays } from "#web/features/analytics/build/workspace-ways.tsx";
import { preload } from "#web/features/analytics/current-library.ts";
import { useSources, type Sources } from "#web/features/sources/use-sources.ts";
import { GoneWorkspace } from "#web/features/workspaces/gone-workspace.tsx";
import { workspaceQuery } from "#web/features/workspaces/queries.ts";
import { api } from "#web/lib/api.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { createResource } from "#web/lib/resource.ts";
import { buttonClass } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";

const questionQuery = (id: string) =>
  queryOptions({
    queryKey: ["questions", "one", id],
    queryFn: ({ signal }) => api("get /questions/{id}", { params: { id }, signal }),
  });

/** Building a question on the data of a workspace, or going on with a saved one (`?question=`). */
export function BuildPage() {
  const t = useTexts();
  const words = () => t().analyticsBuild;
  const params = useParams<{ workspace: string }>();
  const [search] = useSearchParams<{ question?: string; sql?: string }>();
  const workspace = useQuery(() => workspaceQuery(params.workspace));
  const question = useQuery(() => ({
    ...questionQuery(search.question ?? ""),
    enabled: search.question !== undefined,
  }));
  const sources = useSources(() => params.workspace);
  onMount(preload);
  usePage(() => ({
    title: (search.question && question.data?.title) || words().title,
    trail: [
      { label: t().workspaces.title, href: "/analytics" },
      { label: workspace.data?.title ?? "…", href: `/analytics/w/${params.workspace}` },
    ],
  }));
  const inSql = () => search.sql !== undefined;
  const gone = () =>
    workspace.error instanceof ApiProblem && workspace.error.code === "workspace.not_found";
  const lost = () =>
    question.error instanceof ApiProblem && question.error.code === "question.not_found";
  const back = () => (
    <A href={`/analytics/w/${params.workspace}`} class={buttonClass("secondary")}>
      {words().empty.open}
    </A>
  );
  return (
    <div class="flex h-full min-h-0 flex-col">
      <h1 class="sr-only">{words().title}</h1>
      <WorkspaceWays
        workspaceId={params.workspace}
        at={inSql() ? "sql" : "build"}
        question={search.question}
      />
      <div class="min-h-0 flex-1">
        <Switch>
          <Match when={gone()}>
            <GoneWorkspace id={params.workspace} />
          </Match>
          <Match when={search.question !== undefined && lost()}>
            <EmptyState
              title={t().asks.saved.missing}
              body={t().asks.saved.missingBody}
              actions={back()}
            />
          </Match>
          <Match when={search.question !== undefined}>
            <QueryView query={workspace}>
              {(data) => (
                <QueryView query={question}>
                  {(saved) => (
                    <Loaded
                      workspace={data()}
                      sources={sources}
                      question={saved()}
                      inSql={inSql()}
                    />
                  )}
                </QueryView>
              )}
            </QueryView>
          </Match>
          <Match when={search.question === undefined}>
            <QueryView query={workspace}>
              {(data) => (
                <Loaded workspace={data()} sources={sources} question={undefined} inSql={inSql()} />
              )}
            </QueryView>
          </Match>
        </Switch>
      </div>
    </div>
  );
}

/** Figures mostly stand in the table with the most rows. */
const largest = (tables: readonly BuildTable[]): BuildTable | undefined =>
  tables.toSorted((a, b) => rowsOf(b) - rowsOf(a))[0];

const rowsOf = ({ columns: [first] }: BuildTable): number =>
  first === undefined ? 0 : first.count + first.nulls;

/** Waits for the draft and for the tables that it speaks of. */
function Loaded(props: {
  workspace: WorkspaceView;
  sources: Sources;
  question: QuestionView | undefined;
  inSql: boolean;
}) {
  const t = useTexts();
  const { language } = useLocale();
  const words = () => t().analyticsBuild;
  // oxlint-disable-next-line solid/reactivity -- made anew for another workspace
  const around = useWorkspaceTables(() => props.workspace.id, props.sources, language);
  const place = () => draftPlace(props.workspace.id, props.question?.id);
  const [read] = createResource(
    place,
    async (of): Promise<{ place: string; draft: Draft | undefined }> => ({
      place: of,
      draft: await drafts.read(draftScope(), of),
    }),
  );
  /** Of another question it is none. */
  const draft = () => (read()?.place === place() ? read() : undefined);
  /** What was typed last, unless the question was saved by somebody since; else the question, else a new one. */
  const first = (): Draft | undefined => {
    const found = draft();
    if (found === undefined) return undefined;
    const { question } = props;
    const kept = found.draft;
    if (kept && (question === undefined || kept.version === question.version)) return kept;
    if (question?.built) return { query: question.built, chart: question.chart };
    const table = largest(around.tables())?.table;
    if (table === undefined) return undefined;
    return { query: emptyQuery(table), ...(question && { sql: question.sql }) };
  };
  const isReady = (): boolean => {
    const own = first();
    if (own === undefined) return false;
    const has = (name: string): boolean => around.tables().some(({ table }) => table === name);
    // A new question waits for every table: the one it begins with is chosen among them.
    const isNew = draft()?.draft === undefined && !props.question?.built;
    return !around.loading() || (!isNew && own.sql === undefined && tablesOf(own.query).every(has));
  };
  const none = () =>
    props.sources.query.data !== undefined &&
    (props.sources.all().length === 0 || (!around.loading() && around.tables().length === 0));
  return (
    <Switch>
      <Match when={none()}>
        <EmptyState
          title={words().empty.title}
          body={
            around.unread().length > 0
              ? t().asks.empty.unread(
                  around
                    .unread()
                    .map(({ title }) => title)
                    .join(", "),
                )
              : words().empty.body
          }
          actions={
            <A href={`/analytics/w/${props.workspace.id}`} class={buttonClass("primary")}>
              {words().empty.open}
            </A>
          }
        />
      </Match>
      <Match when={isReady() && draft()?.place} keyed>
        <Show when={first()}>
          {(own) => (
            <WorkspaceBuild
              workspace={props.workspace}
              sources={props.sources}
              around={around}
              first={own()}
              question={props.question}
              inSql={props.inSql || (props.question?.built === null && own().sql !== undefined)}
            />
          )}
        </Show>
      </Match>
      <Match when={!isReady()}>
        <div class="mx-auto flex h-full max-w-80 flex-col justify-center gap-2 p-6">
          <p class="text-small text-ink-2" role="status">
            {t().asks.empty.loading}
          </p>
          <ProgressBar label={t().asks.empty.loading} />
        </div>
      </Match>
    </Switch>
  );
}
