import { For, Show } from "solid-js";
import type { SuggestSource } from "#domain/analytics/suggest/source.ts";
import type { Suggestion } from "#domain/analytics/suggest/suggest.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { createResource } from "#web/lib/resource.ts";
import { today } from "#web/lib/today.ts";
import { Button } from "#web/ui/button.tsx";
import { preparedSuggestions } from "./prepared.ts";

const MOST = 5;

/** Questions to begin with, in sight before anybody types: one press answers. Each was prepared in the engine. */
export function Starters(props: {
  keeper: EngineKeeper;
  sources: readonly SuggestSource[];
  onChoose: (suggestion: Suggestion) => void;
}) {
  const t = useTexts();
  const { language } = useLocale();
  const words = () => t().analyticsSuggest;
  const [found] = createResource(
    () => ({ sources: props.sources, language: language() }),
    ({ sources, language: spoken }) =>
      props.keeper
        .use((engine) =>
          preparedSuggestions(engine, "", sources, spoken, { today: today(), limit: MOST }),
        )
        .catch((): Suggestion[] => []),
  );
  return (
    <Show when={found.latest?.length !== 0}>
      <ul
        aria-label={words().list}
        aria-busy={found.loading}
        class="flex min-h-7 flex-wrap gap-1.5 phone:-mx-4 phone:flex-nowrap phone:overflow-x-auto phone:px-4 phone:pb-1"
      >
        <For each={found.latest}>
          {(one) => (
            <li class="shrink-0">
              <Button onClick={() => props.onChoose(one)}>{one.question}</Button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
