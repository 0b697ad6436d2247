import { Navigate, useLocation, type RouteSectionProps } from "@solidjs/router";
import { QueryClientProvider } from "@tanstack/solid-query";
import { createMemo, createSignal, Match, onCleanup, Show, Switch, type JSX } from "solid-js";
import { forgetBookmark } from "#web/lib/api.ts";
import { settleLanguage } from "#web/lib/choose-language.ts";
import type { LiveFeed } from "#web/lib/live-feed.ts";
import { useLocale } from "#web/lib/i18n.tsx";
import { LiveProvider } from "#web/lib/live.tsx";
import { kept } from "#web/lib/kept.ts";
import { PageProvider } from "#web/lib/page.tsx";
import { createQueries, keepCopy, restoreCopy } from "#web/lib/query-cache.ts";
import { forgetBoards } from "#web/features/boards/sync/forget.ts";
import { BoardOutboxProvider } from "#web/features/boards/outbox-provider.tsx";
import { BoardVisitProvider } from "#web/features/boards/visit-provider.tsx";
import { ClientEditsProvider } from "#web/features/clients/edits-provider.tsx";
import { NoteDraftsProvider } from "#web/features/notes/drafts-provider.tsx";
import { createResource } from "#web/lib/resource.ts";
import { onLeave, session } from "#web/lib/session.ts";
import { Frame } from "./frame.tsx";
import { FrameSkeleton } from "./frame-skeleton.tsx";

/** Pages of signed-in people. Another organization or person starts everything below anew. */
export function Workspace(props: RouteSectionProps) {
  const location = useLocation();
  const scope = createMemo(() => {
    const me = session.me();
    return me ? `${me.person.id}.${me.organization.id}` : undefined;
  });
  const next = () => {
    const here = location.pathname + location.search;
    return here === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(here)}`;
  };
  // Who has just signed in came with the words of the door.
  const speech = useLocale();
  const [words] = createResource(
    () => !speech.whole(),
    () => speech.complete(),
  );
  return (
    <Switch fallback={<FrameSkeleton />}>
      <Match when={words.error as unknown} keyed>
        {(error) => {
          throw error;
        }}
      </Match>
      <Match when={speech.whole() && scope()} keyed>
        {(key) => <Organization scope={key}>{props.children}</Organization>}
      </Match>
      <Match when={session.status() === "signed-out"}>
        <Navigate href={next()} />
      </Match>
    </Switch>
  );
}

/** One person in one organization: its reads, the copy of them on this device, its live feed. */
function Organization(props: { scope: string; children: JSX.Element }) {
  settleLanguage();
  const client = createQueries();
  const [since, setSince] = createSignal<number | null>();
  let feed: LiveFeed | undefined;
  // The scope never changes within an organization: another one is another component.
  // oxlint-disable-next-line solid/reactivity
  const key = `queries.${props.scope}`;
  void restoreCopy(client, kept, key, Date.now()).then(setSince);
  const stopKeeping = keepCopy(client, kept, key, () => feed?.seq() ?? null);
  const stopLeaving = onLeave(() => {
    // Where storage is forbidden there is nothing to forget.
    void forgetBoards().catch(() => undefined);
    stopKeeping();
    client.clear();
    kept.clear().catch(() => undefined);
  });
  onCleanup(() => {
    stopKeeping();
    stopLeaving();
    client.unmount();
    forgetBookmark();
  });
  return (
    <QueryClientProvider client={client}>
      <Show when={since() !== undefined} fallback={<FrameSkeleton />}>
        <LiveProvider since={since() ?? null} onFeed={(opened) => (feed = opened)}>
          <PageProvider>
            <ClientEditsProvider>
              <NoteDraftsProvider>
                <BoardOutboxProvider>
                  <BoardVisitProvider>
                    <Frame>{props.children}</Frame>
                  </BoardVisitProvider>
                </BoardOutboxProvider>
              </NoteDraftsProvider>
            </ClientEditsProvider>
          </PageProvider>
        </LiveProvider>
      </Show>
    </QueryClientProvider>
  );
}
