import IconCheck from "~icons/lucide/circle-check";
import { For, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Select } from "#web/ui/select.tsx";
import { cleaningSteps } from "./cleaning-steps.ts";
import { StepsPanel } from "./steps-panel.tsx";
import type { Import } from "./import-state.ts";

/** What is done to the cells and rows on the way in: listed, and each can be taken back. */
export function CleaningPanel(props: { job: Import }) {
  const t = useTexts();
  const words = () => t().analytics;
  return (
    <Show when={props.job.state.reading}>
      {(reading) => (
        <div class="flex flex-col gap-4 p-4">
          <h3 class="border-b border-line pb-2 font-semibold">{words().steps.cleaning}</h3>
          <StepsPanel job={props.job} />
          <Show when={reading().source === undefined}>
            <Select
              label={words().decisions.shortRows}
              size="sm"
              value={reading().shortRows}
              options={[
                { value: "reject", label: words().options.reject },
                { value: "fill", label: words().options.fill },
              ]}
              onChange={(shortRows) => props.job.choose({ shortRows })}
            />
          </Show>
          <Select
            label={words().decisions.badCells}
            size="sm"
            value={reading().badCells}
            options={[
              { value: "reject", label: words().options.reject },
              { value: "empty", label: words().options.emptyCell },
            ]}
            onChange={(badCells) => props.job.choose({ badCells })}
          />
          <Show when={reading().source === undefined}>
            <Select
              label={words().decisions.quotes}
              size="sm"
              value={reading().quotes ?? "double"}
              options={[
                { value: "double", label: words().options.quotesDouble },
                { value: "none", label: words().options.quotesNone },
              ]}
              onChange={(quotes) => props.job.choose({ quotes })}
            />
          </Show>
          <ul class="flex flex-col gap-2 border-t border-line pt-3 text-small text-ink-2">
            <For each={cleaningSteps(reading(), words())}>
              {(step) => (
                <li class="flex items-start gap-1.5">
                  <Icon of={IconCheck} size={12} class="mt-0.5 text-ok" />
                  <span>{step}</span>
                </li>
              )}
            </For>
          </ul>
        </div>
      )}
    </Show>
  );
}
