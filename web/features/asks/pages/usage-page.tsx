import IconNext from "~icons/lucide/chevron-right";
import IconPrevious from "~icons/lucide/chevron-left";
import { queryOptions } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import type { AskUsage } from "#domain/asks/model.ts";
import { dollars } from "#web/features/asks/dollars.ts";
import { membersQuery } from "#web/features/identity/queries.ts";
import { api } from "#web/lib/api.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";

const usageQuery = (month: string) =>
  queryOptions({
    queryKey: ["asks", "usage", month],
    queryFn: ({ signal }) => api("get /ai/usage", { query: { month }, signal }),
  });

/** The month that is so many after another, YYYY-MM. */
function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months)).toISOString().slice(0, 7);
}

/** What questions to Claude have used in a month, against its budgets; by person for readers of the audit log. Months are UTC. */
export function UsagePage() {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().asks.usage;
  const now = new Date().toISOString().slice(0, 7);
  const [month, setMonth] = createSignal(now);
  const usage = useQuery(() => usageQuery(month()));
  usePage(() => ({
    title: words().title,
    trail: [{ label: t().workspaces.title, href: "/analytics" }],
  }));
  return (
    <div class="mx-auto flex w-full max-w-200 flex-col gap-6 px-6 py-5 phone:px-4">
      <header class="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h1 class="min-w-0 flex-1 text-title font-semibold phone:basis-full">{words().title}</h1>
        <div class="flex items-center gap-1">
          <IconButton
            icon={IconPrevious}
            label={words().previous}
            onClick={() => setMonth((shown) => monthAfter(shown, -1))}
          />
          <p class="min-w-32 text-center font-medium" aria-live="polite">
            {f().month(`${month()}-01`)}
          </p>
          <IconButton
            icon={IconNext}
            label={words().next}
            disabled={month() >= now}
            onClick={() => setMonth((shown) => monthAfter(shown, 1))}
          />
        </div>
        <p class="w-full text-ink-2">{words().body}</p>
      </header>
      <QueryView query={usage}>
        {(data) => (
          <>
            <div class="grid grid-cols-2 gap-3 phone:grid-cols-1">
              <Budget title={words().own} spent={data().person} />
              <Budget title={words().organization} spent={data().organization} />
            </div>
            <Show when={data().people}>{(people) => <People people={people()} />}</Show>
          </>
        )}
      </QueryView>
    </div>
  );
}

function Budget(props: { title: string; spent: AskUsage["person"] }) {
  const t = useTexts();
  const f = useFormat();
  const { locale } = useLocale();
  const words = () => t().asks.usage;
  const share = () =>
    props.spent.limit > 0 ? (100 * props.spent.tokens) / props.spent.limit : 100;
  const tokens = () => words().of(f().number(props.spent.tokens), f().number(props.spent.limit));
  return (
    <section class="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
      <h2 class="font-semibold">{props.title}</h2>
      <p class="tabular-nums">{tokens()}</p>
      <ProgressBar
        label={props.title}
        value={Math.min(100, share())}
        valueText={tokens()}
        tone={share() >= 100 ? "bad" : share() >= 80 ? "warn" : "accent"}
      />
      <p class="text-small tabular-nums text-ink-2">
        {words().questions(props.spent.questions, f().number(props.spent.questions))} ·{" "}
        {dollars(props.spent.costMicros, locale())}
      </p>
      <Show when={share() >= 100}>
        <p class="text-small text-bad">{words().spent}</p>
      </Show>
    </section>
  );
}

function People(props: { people: NonNullable<AskUsage["people"]> }) {
  const t = useTexts();
  const f = useFormat();
  const { locale } = useLocale();
  const words = () => t().asks.usage;
  const members = useQuery(() => ({ ...membersQuery(), enabled: session.can("identity.read") }));
  const nameOf = (id: string) =>
    members.data?.items.find(({ userId }) => userId === id)?.name ?? words().someone;
  return (
    <section aria-labelledby="usage-people">
      <h2 id="usage-people" class="mb-2 font-semibold">
        {words().people}
      </h2>
      <Show when={props.people.length > 0} fallback={<p class="text-ink-2">{words().nobody}</p>}>
        <div class="overflow-hidden rounded-card border border-line bg-surface">
          <table class="w-full">
            <thead class="text-small text-ink-2">
              <tr class="border-b border-line">
                <th class="px-3 py-2 text-left font-medium">{words().person}</th>
                <th class="px-3 py-2 text-right font-medium">{words().asked}</th>
                <th class="px-3 py-2 text-right font-medium">{words().tokens}</th>
                <th class="px-3 py-2 text-right font-medium ">{words().cost}</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.people}>
                {(one) => (
                  <tr class="border-b border-line last:border-b-0">
                    <td class="px-3 py-2 wrap-anywhere">{nameOf(one.userId)}</td>
                    <td class="num px-3 py-2 text-right">{f().number(one.questions)}</td>
                    <td class="num px-3 py-2 text-right">{f().number(one.tokens)}</td>
                    <td class="num px-3 py-2 text-right">{dollars(one.costMicros, locale())}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </section>
  );
}
