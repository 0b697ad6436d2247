import { A } from "@solidjs/router";
import { queryOptions } from "@tanstack/solid-query";
import { Show, type JSX } from "solid-js";
import type { AskConversation } from "#domain/asks/history.ts";
import { api } from "#web/lib/api.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { buttonClass } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";

const conversationQuery = (id: string) =>
  queryOptions({
    // Apart from the other reads of asking, which each answer renews: what is on the page goes on by itself.
    queryKey: ["opened conversation", id],
    queryFn: ({ signal }) => api("get /ai/asks/{id}", { params: { id }, signal }),
    // Read as it is when it is opened: it may have been gone on with elsewhere.
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

const isGone = (error: unknown): boolean =>
  error instanceof ApiProblem && ["ask.not_found", "request.invalid"].includes(error.code);

/** What is shown of a conversation: the one with this id once it is read, a new one without. */
export function OpenedConversation(props: {
  id: string | undefined;
  workspaceId: string;
  children: (conversation: AskConversation | undefined) => JSX.Element;
}) {
  return (
    <Show when={props.id} fallback={props.children(undefined)}>
      {(id) => (
        <Read id={id()} workspaceId={props.workspaceId}>
          {props.children}
        </Read>
      )}
    </Show>
  );
}

function Read(props: {
  id: string;
  workspaceId: string;
  children: (conversation: AskConversation) => JSX.Element;
}) {
  const t = useTexts();
  const words = () => t().asks.history;
  const conversation = useQuery(() => conversationQuery(props.id));
  return (
    <Show
      when={!isGone(conversation.error)}
      fallback={
        <EmptyState
          title={words().missing}
          body={words().missingBody}
          actions={
            <A href={`/analytics/w/${props.workspaceId}/ask`} class={buttonClass("primary")}>
              {t().asks.newTalk}
            </A>
          }
        />
      }
    >
      <QueryView query={conversation}>
        {(data) => (
          <Show when={data()} keyed>
            {(loaded) => props.children(loaded)}
          </Show>
        )}
      </QueryView>
    </Show>
  );
}
