import IconBuild from "~icons/lucide/blocks";
import IconModel from "~icons/lucide/sigma";
import IconAsk from "~icons/lucide/sparkles";
import { A, useNavigate, useParams, useSearchParams } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createMemo, lazy, Match, onMount, Show, Suspense, Switch } from "solid-js";
import { handOver, preload } from "#web/features/analytics/current-library.ts";
import { FileDrop } from "#web/features/analytics/list/file-drop.tsx";
import { QuestionsList } from "#web/features/questions/questions-list.tsx";
import { SuggestedJoins } from "#web/features/sources/joins/suggested-joins.tsx";
import { SourcesPanel } from "#web/features/sources/sources-panel.tsx";
import { useEngineWord } from "#web/features/analytics/engine-word.ts";
import { useSources } from "#web/features/sources/use-sources.ts";
import { DashboardsList } from "#web/features/workspaces/dashboards-list.tsx";
import { GoneWorkspace } from "#web/features/workspaces/gone-workspace.tsx";
import { workspaceQuery } from "#web/features/workspaces/queries.ts";
import { WorkspaceMenu } from "#web/features/workspaces/workspace-menu.tsx";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { PageActions, usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { buttonClass } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";

const SourceOverview = lazy(async () => ({
  default: (await import("#web/features/sources/source-overview.tsx")).SourceOverview,
}));

/** A workspace: its data at the left, its questions and dashboards beside. */
export function WorkspacePage() {
  const t = useTexts();
  const words = () => t().workspaces;
  const navigate = useNavigate();
  const params = useParams<{ workspace: string }>();
  const [search, setSearch] = useSearchParams<{ source?: string }>();
  const queries = useQueryClient();
  const id = () => params.workspace;
  const workspace = useQuery(() => workspaceQuery(id()));
  onLive("workspaces", () => void queries.invalidateQueries({ queryKey: ["workspaces"] }));
  const sources = useSources(id);
  onMount(preload);
  useEngineWord();
  /** The source of the address, once it is read: made anew when it is read anew. */
  const looked = createMemo(
    () => {
      const source = sources.all().find((one) => one.id === search.source);
      const state = source && sources.state(source.id);
      return source && state?.kind === "ready" ? { source, state } : undefined;
    },
    undefined,
    { equals: (a, b) => a?.source.id === b?.source.id && a?.state === b?.state },
  );
  const title = () => workspace.data?.title ?? words().title;
  usePage(() => ({
    title: title(),
    trail: [{ label: words().title, href: "/analytics" }],
  }));
  const gone = () =>
    workspace.error instanceof ApiProblem && workspace.error.code === "workspace.not_found";
  const bring = (file: File) => {
    handOver.put(file);
    navigate(`/analytics/import?workspace=${id()}`);
  };
  return (
    <Switch>
      <Match when={gone()}>
        <h1 class="sr-only">{words().title}</h1>
        <GoneWorkspace id={id()} />
      </Match>
      <Match when={!gone()}>
        <QueryView query={workspace}>
          {(data) => (
            <div class="flex h-full min-h-0 phone:flex-col phone:overflow-y-auto">
              <Show when={data().can.write}>
                <FileDrop onFile={bring} />
              </Show>
              <PageActions>
                <Show when={data().can.write}>
                  <WorkspaceMenu workspace={data()} onDeleted={() => navigate("/analytics")} />
                </Show>
                <A
                  href={`/analytics/w/${id()}/model`}
                  class={buttonClass()}
                  aria-label={t().semantic.title}
                >
                  <Icon of={IconModel} /> <span class="phone:hidden">{t().semantic.title}</span>
                </A>
                <A
                  href={`/analytics/w/${id()}/build`}
                  class={buttonClass()}
                  aria-label={t().analyticsBuild.tab}
                >
                  <Icon of={IconBuild} /> <span class="phone:hidden">{t().analyticsBuild.tab}</span>
                </A>
                <Show when={session.can("analytics.ask") || data().can.write}>
                  <A href={`/analytics/w/${id()}/ask`} class={buttonClass("primary")}>
                    <Icon of={IconAsk} /> {words().page.ask}
                  </A>
                </Show>
              </PageActions>
              <aside
                aria-label={words().sources.title}
                class="w-64 shrink-0 overflow-y-auto border-r border-line bg-canvas phone:order-2 phone:w-full phone:overflow-visible phone:border-t phone:border-r-0"
              >
                <SourcesPanel workspaceId={id()} sources={sources} open={search.source} />
              </aside>
              <div class="min-w-0 flex-1 overflow-y-auto phone:overflow-visible">
                <div class="mx-auto flex max-w-200 flex-col gap-7 px-6 py-5 phone:px-4">
                  <header>
                    <h1 class="text-title font-semibold break-words">{data().title}</h1>
                    <Show when={data().description}>
                      <p class="mt-1 whitespace-pre-line text-ink-2">{data().description}</p>
                    </Show>
                  </header>
                  <Show when={session.can("analytics.ask")}>
                    <A
                      href={`/analytics/w/${id()}/ask`}
                      class="flex min-h-12 items-center gap-3 rounded-card border border-line-control bg-surface px-4 text-ink-2 hover:border-accent"
                    >
                      <Icon of={IconAsk} class="shrink-0 text-accent" />
                      <span class="min-w-0 flex-1 truncate">{words().page.askLead}</span>
                    </A>
                  </Show>
                  <Show when={looked()} keyed>
                    {({ source, state }) => (
                      <Suspense>
                        <SourceOverview
                          source={source}
                          sources={sources}
                          rows={state.rows}
                          profiles={state.profiles}
                          onClose={() => setSearch({ source: undefined }, { replace: true })}
                        />
                      </Suspense>
                    )}
                  </Show>
                  <Show when={data().can.write}>
                    <SuggestedJoins workspaceId={id()} sources={sources} />
                  </Show>
                  <DashboardsList workspaceId={id()} canWrite={data().can.write} />
                  <section aria-labelledby="questions">
                    <h2 id="questions" class="mb-1 font-semibold">
                      {words().page.questions}
                    </h2>
                    <QuestionsList
                      workspaceId={id()}
                      empty={
                        <p class="text-ink-2">
                          {words().page.noQuestions} {words().page.noQuestionsBody}
                        </p>
                      }
                    />
                  </section>
                </div>
              </div>
            </div>
          )}
        </QueryView>
      </Match>
    </Switch>
  );
}
