import IconArrow from "~icons/lucide/arrow-right";
import IconX from "~icons/lucide/x";
import { useQueryClient } from "@tanstack/solid-query";
import { createUniqueId, Show } from "solid-js";
import { saysJoin } from "#domain/analytics/joins/measure.ts";
import { changeJoins } from "#web/features/semantic/change-joins.ts";
import { semanticQuery } from "#web/features/semantic/queries.ts";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { createDismissed } from "./dismissed.ts";
import { createJoinSuggestions, type JoinSuggestion } from "./join-suggestions.ts";

/** How the sources of a workspace seem to belong together, each with its figures and one click from being in its model. */
export function SuggestedJoins(props: { workspaceId: string; sources: Sources }) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const heading = createUniqueId();
  const words = () => t().workspaces.joins;
  const layer = useQuery(() => semanticQuery(props.workspaceId));
  onLive("semantic", () => void queries.invalidateQueries({ queryKey: ["semantic"] }));
  // oxlint-disable solid/reactivity -- made anew for another workspace
  const dismissed = createDismissed(props.workspaceId, session.me()?.person.id);
  const suggestions = createJoinSuggestions(
    props.sources,
    () => (layer.isSuccess ? (layer.data?.document.joins ?? []) : undefined),
    dismissed.has,
  );
  // oxlint-enable solid/reactivity
  const attempt = async (work: Promise<unknown>) => {
    try {
      await work;
    } catch (error) {
      toasts.show({ text: say(error), tone: "bad" });
    }
  };
  const submit = createSubmit(async ({ candidate, measured }: JoinSuggestion) => {
    if (!measured) return;
    const { workspaceId } = props;
    await changeJoins(queries, workspaceId, (joins) =>
      saysJoin(joins, candidate) ? joins : [...joins, measured.join],
    );
    const undo = () =>
      changeJoins(queries, workspaceId, (joins) =>
        joins.filter((one) => !saysJoin([one], candidate)),
      );
    toasts.show({ text: words().added, onUndo: () => void attempt(undo()) });
  });
  const use = async (suggestion: JoinSuggestion) => {
    if (!(await submit.run(suggestion)) && submit.problem())
      toasts.show({ text: say(submit.problem()), tone: "bad" });
  };
  const check = ({ from, to }: JoinSuggestion) =>
    attempt(Promise.all([props.sources.load(from), props.sources.load(to)]));
  const dismiss = ({ id }: JoinSuggestion) => {
    dismissed.add(id);
    toasts.show({ text: words().dismissed, onUndo: () => dismissed.remove(id) });
  };
  return (
    <Show when={suggestions().length > 0}>
      <section aria-labelledby={heading}>
        <h2 id={heading} class="mb-1 font-semibold">
          {words().title}
        </h2>
        <p class="mb-2 text-small text-ink-2">{words().lead}</p>
        <ul class="flex flex-col gap-2">
          <EachById items={suggestions()}>
            {(suggestion) => (
              <Suggestion
                suggestion={suggestion()}
                pending={submit.pending()}
                onUse={() => void use(suggestion())}
                onCheck={() => void check(suggestion())}
                onDismiss={() => dismiss(suggestion())}
              />
            )}
          </EachById>
        </ul>
      </section>
    </Show>
  );
}

function Suggestion(props: {
  suggestion: JoinSuggestion;
  pending: boolean;
  onUse: () => void;
  onCheck: () => void;
  onDismiss: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().workspaces.joins;
  const one = () => props.suggestion;
  const name = () => words().pair(one().from.title, one().to.title);
  const sentence = () => {
    const { measured, from, to } = one();
    if (!measured) return words().unmeasured(from.title, to.title);
    const { found, rows } = measured.figures;
    return found === rows
      ? words().all(f().number(rows), from.title, to.title)
      : words().some(f().number(found), f().number(rows), from.title, to.title);
  };
  return (
    <li class="flex items-start gap-2 rounded-card border border-line bg-surface p-3 phone:flex-wrap">
      <div class="min-w-0 flex-1 phone:basis-full">
        <p class="flex flex-wrap items-center gap-x-1.5 font-medium">
          <span class="wrap-anywhere">
            {one().from.title} · {one().candidate.from.column}
          </span>
          <Icon of={IconArrow} size={14} class="shrink-0 text-ink-3" />
          <span class="wrap-anywhere">
            {one().to.title} · {one().candidate.to.column}
          </span>
        </p>
        <p class="mt-0.5 text-small text-ink-2">
          {sentence()}
          <Show when={one().measured}>
            {(measured) => <> {words().kinds[measured().join.kind]}</>}
          </Show>
        </p>
      </div>
      <Show
        when={one().measured}
        fallback={
          <Button size="sm" aria-label={words().checkOne(name())} onClick={() => props.onCheck()}>
            {words().check}
          </Button>
        }
      >
        <Button
          size="sm"
          disabled={props.pending}
          aria-label={words().useOne(name())}
          onClick={() => props.onUse()}
        >
          {words().use}
        </Button>
      </Show>
      <IconButton
        size="sm"
        icon={IconX}
        label={words().dismiss(name())}
        onClick={() => props.onDismiss()}
      />
    </li>
  );
}
