import { useParams, useSearchParams } from "@solidjs/router";
import { createEffect, createSignal, Match, on, onMount, Show, Switch } from "solid-js";
import { WorkspaceWays } from "#web/features/analytics/build/workspace-ways.tsx";
import { preload } from "#web/features/analytics/current-library.ts";
import { useSources } from "#web/features/sources/use-sources.ts";
import { workspaceQuery } from "#web/features/workspaces/queries.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { AskView } from "#web/features/asks/ask-view.tsx";
import { OpenedConversation } from "#web/features/asks/opened-conversation.tsx";
import { askStatusQuery } from "#web/features/asks/status-query.ts";
import { WithoutClaude } from "#web/features/asks/without-claude.tsx";

/** Asking Claude about the data of a workspace, and the states in which nobody can. */
export function AskPage() {
  const t = useTexts();
  const words = () => t().asks;
  const params = useParams<{ workspace: string }>();
  const [search, setSearch] = useSearchParams<{ q?: string; c?: string }>();
  /** The conversation of the address, opened anew whenever it is another than the one begun here. */
  const [opened, setOpened] = createSignal({ id: search.c });
  let begun = search.c;
  createEffect(
    on(
      () => [params.workspace, search.c] as const,
      ([, id]) => {
        if (id === begun) return;
        begun = id;
        setOpened({ id });
      },
      { defer: true },
    ),
  );
  const onBegun = (id: string) => {
    if (begun === id) return;
    begun = id;
    setSearch({ c: id, q: undefined }, { replace: true });
  };
  const workspace = useQuery(() => workspaceQuery(params.workspace));
  const status = useQuery(() => askStatusQuery);
  const sources = useSources(() => params.workspace);
  onMount(preload);
  usePage(() => ({
    title: words().title,
    trail: [
      { label: t().workspaces.title, href: "/analytics" },
      { label: workspace.data?.title ?? "…", href: `/analytics/w/${params.workspace}` },
    ],
  }));
  const without = (said: { title: string; body: string }) => (
    <WithoutClaude
      workspaceId={params.workspace}
      sources={sources}
      title={said.title}
      body={said.body}
    />
  );
  return (
    <div class="flex h-full min-h-0 flex-col">
      <h1 class="sr-only">{words().ask}</h1>
      <WorkspaceWays workspaceId={params.workspace} at="ask" />
      <div class="min-h-0 flex-1">
        <QueryView query={workspace}>
          {(data) => (
            <QueryView query={status}>
              {(now) => (
                <Switch>
                  <Match when={!session.can("analytics.ask")}>{without(words().mayNot)}</Match>
                  <Match when={!now().ready}>{without(words().noKey)}</Match>
                  <Match when={now().ready}>
                    <Show when={opened()} keyed>
                      {({ id }) => (
                        <OpenedConversation id={id} workspaceId={params.workspace}>
                          {(conversation) => (
                            <AskView
                              workspace={data()}
                              sources={sources}
                              model={now().model}
                              first={search.q}
                              conversation={conversation}
                              onBegun={onBegun}
                            />
                          )}
                        </OpenedConversation>
                      )}
                    </Show>
                  </Match>
                </Switch>
              )}
            </QueryView>
          )}
        </QueryView>
      </div>
    </div>
  );
}
