import IconModel from "~icons/lucide/sigma";
import { createMemo, For, Show } from "solid-js";
import { otherwiseInModel, settledMeasures } from "#domain/analytics/builder/model-formulas.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import type { Build } from "./build-state.ts";

/** What a question still computes as the data model did before, and the way to either formula. */
export function ModelNote(props: { build: Build }) {
  const t = useTexts();
  const words = () => t().analyticsBuild.model;
  const changed = createMemo(() =>
    otherwiseInModel(props.build.query(), props.build.modelMeasures()),
  );
  const settle = (take: "model" | "own"): void =>
    props.build.patch({ measures: settledMeasures(props.build.query(), changed(), take) });
  return (
    <Show when={changed().length > 0}>
      <div role="status" class="flex gap-2 border-b border-line bg-warn-soft px-4 py-3">
        <Icon of={IconModel} class="mt-0.5 shrink-0 text-warn" />
        <div class="flex min-w-0 flex-1 flex-col items-start gap-1.5">
          <p class="font-semibold text-warn">{words().title(changed().length)}</p>
          <ul class="flex max-w-full flex-col gap-2">
            <For each={changed()}>
              {(one) => (
                <li class="text-small wrap-anywhere">
                  <span class="font-medium">{one.label}</span>
                  <br />
                  {words().here} <code class="font-mono">{one.sql}</code>
                  <br />
                  {words().there} <code class="font-mono">{one.model.sql}</code>
                </li>
              )}
            </For>
          </ul>
          <span class="flex flex-wrap gap-2">
            <Button size="sm" kind="primary" onClick={() => settle("model")}>
              {words().take(changed().length)}
            </Button>
            <Button size="sm" onClick={() => settle("own")}>
              {words().keep}
            </Button>
          </span>
        </div>
      </div>
    </Show>
  );
}
