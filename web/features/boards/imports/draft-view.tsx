import { For, Show } from "solid-js";
import type { ImportDraft } from "#domain/board-imports/draft.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import type { Target } from "./send-import.ts";
import { ProblemTable } from "./problem-table.tsx";
import { TallyView } from "./tally-view.tsx";

const FIRST = 5;

/** What an import will make, before anything is made: columns, people, the first cards, and a remark for each row that needs one. */
export function DraftView(props: {
  draft: ImportDraft;
  target: Target;
  members: readonly { userId: string; name: string }[];
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().boardImports.draft;
  const isKnown = ({ name, archived }: ImportDraft["columns"][number]) =>
    !archived &&
    props.target.columns.some((column) => column.name.toLowerCase() === name.toLowerCase());
  const cardsIn = (place: number) =>
    props.draft.cards.filter(({ column }) => column === place).length;
  const count = (say: (n: string, one: boolean) => string, n: number) =>
    say(f().number(n), n === 1);
  const memberOf = (id: string | null) => props.members.find(({ userId }) => userId === id)?.name;
  return (
    <section class="flex flex-col gap-4" aria-labelledby="draft-title">
      <h2 id="draft-title" class="font-medium">
        {words().title}
      </h2>
      <p class="text-ink-2">
        {t().boardImports.sources[props.draft.source]} ·{" "}
        {count(words().cards, props.draft.cards.length)} ·{" "}
        {count(words().columns, props.draft.columns.length)}
      </p>
      <TallyView tally={props.draft.tally} />
      <ul class="flex flex-wrap gap-2">
        <For each={props.draft.columns}>
          {(column, place) => (
            <li class="rounded-2 border border-line bg-surface px-2.5 py-1 text-small">
              {column.name} <span class="num text-ink-3">{f().number(cardsIn(place()))}</span>
              <Show when={isKnown(column)}>
                <span class="text-ink-3"> · {words().existing}</span>
              </Show>
              <Show when={column.archived}>
                <span class="text-ink-3"> · {words().inArchive}</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.draft.people.length > 0}>
        <div>
          <h3 class="text-small text-ink-3">{words().people}</h3>
          <ul class="text-small">
            <For each={props.draft.people}>
              {({ name, userId }) => (
                <li class="break-words">
                  {memberOf(userId)
                    ? words().matched(name, memberOf(userId) ?? "")
                    : words().unmatched(name)}
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <Show when={props.draft.cards.length > 0} fallback={<p class="text-ink-2">{words().none}</p>}>
        <div>
          <h3 class="text-small text-ink-3">{words().first}</h3>
          <ol class="divide-y divide-line rounded-3 border border-line bg-surface">
            <For each={props.draft.cards.slice(0, FIRST)}>
              {({ column, fields }) => (
                <li class="flex flex-wrap items-baseline gap-x-3 px-3 py-1.5">
                  <span class="min-w-0 flex-1 break-words">{fields.title}</span>
                  <span class="text-small text-ink-3">
                    {[
                      props.draft.columns[column]?.name,
                      fields.dueOn && f().day(fields.dueOn),
                      ...fields.tags,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </li>
              )}
            </For>
          </ol>
        </div>
      </Show>
      <ProblemTable problems={props.draft.problems} />
    </section>
  );
}
