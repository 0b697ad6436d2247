import IconOpen from "~icons/lucide/message-square";
import IconMore from "~icons/lucide/ellipsis";
import IconTrash from "~icons/lucide/trash-2";
import IconVerified from "~icons/lucide/circle-check";
import { A } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { Show, type JSX } from "solid-js";
import type { QuestionItem } from "#domain/questions/model.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { questionsQuery } from "./queries.ts";

/** Saved questions of a workspace, live: beside a page that asks, and on the workspace's own. */
export function QuestionsList(props: { workspaceId: string; empty?: JSX.Element }) {
  const t = useTexts();
  const queries = useQueryClient();
  const list = useQuery(() => questionsQuery(props.workspaceId));
  onLive("questions", () => void queries.invalidateQueries({ queryKey: ["questions"] }));
  return (
    <QueryView query={list}>
      {(data) => (
        <Show when={data().items.length > 0} fallback={props.empty}>
          <ul aria-label={t().workspaces.page.questions}>
            <EachById items={data().items}>{(question) => <Row question={question()} />}</EachById>
          </ul>
        </Show>
      )}
    </QueryView>
  );
}

function Row(props: { question: QuestionItem }) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().workspaces.page;
  const attempt = (work: Promise<unknown>) =>
    work.then(
      () => queries.invalidateQueries({ queryKey: ["questions"] }),
      (error: unknown) => toasts.show({ text: say(error), tone: "bad" }),
    );
  const remove = async () => {
    const { id, title } = props.question;
    await api("delete /questions/{id}", { params: { id } });
    toasts.show({
      text: words().questionDeleted(title),
      onUndo: () => void attempt(api("post /questions/{id}/restore", { params: { id } })),
    });
  };
  return (
    <li class="group flex items-center gap-1 rounded-2 pr-1 hover:bg-hover">
      <A
        href={`/analytics/w/${props.question.workspaceId}/q/${props.question.id}`}
        class="flex min-h-8 min-w-0 flex-1 items-center gap-2 px-2 phone:min-h-11"
        activeClass="font-semibold"
      >
        <Icon
          of={props.question.verified ? IconVerified : IconOpen}
          size={14}
          class={props.question.verified ? "shrink-0 text-ok" : "shrink-0 text-ink-3"}
        />
        <span class="min-w-0 flex-1 truncate">{props.question.title}</span>
        <Show when={props.question.verified}>
          <span class="sr-only">{words().verified}</span>
        </Show>
      </A>
      <Show when={props.question.can.write}>
        <DropdownMenu
          placement="bottom-end"
          items={[
            {
              label: words().deleteQuestion,
              icon: IconTrash,
              danger: true,
              onSelect: () => void attempt(remove()),
            },
          ]}
          trigger={(attributes) => (
            <IconButton
              {...attributes}
              quiet
              size="sm"
              icon={IconMore}
              label={t().workspaces.menu(props.question.title)}
            />
          )}
        />
      </Show>
    </li>
  );
}
