import IconMerge from "~icons/lucide/merge";
import { For, Show } from "solid-js";
import type { Spelled } from "#web/features/analytics/engine/variants.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Banner } from "#web/ui/banner.tsx";
import { Button } from "#web/ui/button.tsx";
import type { Import } from "./import-state.ts";

/** Texts of a column that are shown before the rest is counted. */
const SHOWN = 3;

/** Blanks around a text, which could not be seen. */
const withBlanks = (text: string): string =>
  text.replace(/^\s+|\s+$/g, (blanks) => "␣".repeat(blanks.length));

/**
 * Offers to merge texts that are spelled in several ways, where there are any, above the rows that have them; nothing happens by
 * itself. What was merged stands among the steps.
 */
export function VariantsNote(props: { job: Import }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics.cleaningSteps.variants;
  const found = () => (props.job.state.phase === "ready" ? (props.job.state.variants ?? []) : []);
  const line = ({ from, into }: Spelled) =>
    words().into(
      from.map(({ text, count }) => words().from(withBlanks(text), f().number(count))).join(", "),
      into,
    );
  const merge = (column: string) =>
    props.job.setSteps([...(props.job.choices().steps ?? []), { do: "merge", column }]);
  return (
    <For each={found()}>
      {({ column, spelled }) => (
        <Banner
          tone="info"
          icon={IconMerge}
          action={
            <Button size="sm" aria-label={words().applyTo(column)} onClick={() => merge(column)}>
              {words().apply}
            </Button>
          }
        >
          <span class="mr-2 font-medium break-words text-ink">
            {words().title(column, spelled.length, f().number(spelled.length))}
          </span>
          <For each={spelled.slice(0, SHOWN)}>
            {(one) => <span class="mr-3 break-words whitespace-pre-wrap">{line(one)}</span>}
          </For>
          <Show when={spelled.length > SHOWN}>
            <span>{words().more(spelled.length - SHOWN, f().number(spelled.length - SHOWN))}</span>
          </Show>
        </Banner>
      )}
    </For>
  );
}
