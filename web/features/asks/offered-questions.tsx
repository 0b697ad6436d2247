import IconNext from "~icons/lucide/corner-down-right";
import { createEffect, For, Show } from "solid-js";
import { useWorkspaceTables } from "#web/features/analytics/build/workspace-tables.ts";
import { createSuggestions } from "#web/features/analytics/suggest/suggest-state.ts";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { useLocale } from "#web/lib/i18n.tsx";
import { today } from "#web/lib/today.ts";
import { Button } from "#web/ui/button.tsx";
import { Skeleton, SkeletonDelay } from "#web/ui/skeleton.tsx";

/**
 * Questions that a workspace's data can answer, found without a model: those nearest to a text, or to begin with where it is empty.
 * Pressed, they are asked.
 */
export function OfferedQuestions(props: {
  workspaceId: string;
  sources: Sources;
  title: string;
  text: string;
  onAsk: (question: string) => void;
  /** Told when they have come. */
  onShown?: (() => void) | undefined;
}) {
  const { language } = useLocale();
  // The view is made anew for another workspace.
  // oxlint-disable-next-line solid/reactivity
  const around = useWorkspaceTables(() => props.workspaceId, props.sources, language);
  const offered = createSuggestions({
    // One engine serves the page for as long as it is shown.
    // oxlint-disable-next-line solid/reactivity
    keeper: props.sources.keeper(),
    sources: around.suggestSources,
    joins: around.saidKeys,
    language,
    text: () => props.text,
    open: () => around.tables().length > 0,
    today,
  });
  createEffect(() => {
    if (offered.found().length > 0) props.onShown?.();
  });
  const coming = () => offered.found().length === 0 && (around.loading() || offered.searching());
  return (
    <section aria-label={props.title} aria-busy={coming()} class="flex flex-col gap-2">
      <Show when={coming() || offered.found().length > 0}>
        <h3 class="text-small font-medium text-ink-2">{props.title}</h3>
      </Show>
      <Show when={coming()}>
        <SkeletonDelay>
          <For each={["w-56", "w-44", "w-64"]}>
            {(width) => <Skeleton class={`h-8 rounded-2 ${width} max-w-full phone:h-11`} />}
          </For>
        </SkeletonDelay>
      </Show>
      <ul class="flex flex-wrap gap-2">
        <For each={offered.found()}>
          {({ question }) => (
            <li class="max-w-full">
              <Button
                class="h-auto min-h-7 max-w-full py-1 text-left phone:min-h-11"
                icon={IconNext}
                onClick={() => props.onAsk(question)}
              >
                <span class="min-w-0 whitespace-normal wrap-anywhere">{question}</span>
              </Button>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
