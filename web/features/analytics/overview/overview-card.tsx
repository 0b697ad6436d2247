import IconChevron from "~icons/lucide/chevron-right";
import { Show } from "solid-js";
import { sentenceOf } from "./sentence.ts";
import { partTitle } from "./part-title.ts";
import type { OverviewOf } from "./overview-state.ts";
import type { OverviewAnswer } from "./run-overview.ts";
import { ResultCard } from "#web/features/analytics/query/result-card.tsx";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** One part: what it says in a sentence, its chart with its table, and the SQL that made it. */
export function OverviewCard(props: {
  answer: OverviewAnswer;
  of: OverviewOf;
  onOpen: (sql: string) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analyticsOverview;
  const title = () => partTitle(props.answer.part, words(), props.answer.result?.more);
  return (
    <article class="flex min-w-0 flex-col gap-1.5" aria-label={title()}>
      <Show when={props.answer.finding}>
        {(finding) => <p class="text-ink-2">{sentenceOf(finding(), f(), words())}</p>}
      </Show>
      <Show
        when={props.answer.result}
        fallback={<p class="text-small text-bad">{words().failed}</p>}
      >
        {(result) => (
          <ResultCard
            answer={{ ...result(), sql: props.answer.part.sql, chart: props.answer.part.chart }}
            fileName={props.of.title}
            title={title()}
            keeper={props.of.keeper}
            compact
            place={props.of.place}
          />
        )}
      </Show>
      <details class="group text-small">
        <summary class="touch-target flex cursor-default items-center gap-1 rounded-2 text-ink-3 hover:text-ink">
          <Icon of={IconChevron} size={12} class="transition-transform group-open:rotate-90" />
          {words().sql}
        </summary>
        <pre
          class="mt-1 overflow-x-auto whitespace-pre-wrap rounded-card border border-line bg-canvas px-3 py-2 font-mono leading-5 text-ink-2"
          data-testid="overview-sql"
        >
          {props.answer.part.sql}
        </pre>
        <div class="pt-1.5">
          <Button size="sm" onClick={() => props.onOpen(props.answer.part.sql)}>
            {words().open}
          </Button>
        </div>
      </details>
    </article>
  );
}
