import { For, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { TextButton } from "#web/ui/text-button.tsx";

/** Names the measures of a result that its chart does not draw; a press draws one instead. */
export function Undrawn(props: { names: readonly string[]; onDraw: (name: string) => void }) {
  const t = useTexts();
  const words = () => t().analytics.chart.undrawn;
  return (
    <Show when={props.names.length > 0}>
      <p class="flex flex-wrap gap-x-2 gap-y-1 px-1 pt-2 text-small text-ink-3">
        {words().these}
        <For each={props.names}>
          {(name) => (
            <TextButton aria-label={words().draw(name)} onClick={() => props.onDraw(name)}>
              {name}
            </TextButton>
          )}
        </For>
      </p>
    </Show>
  );
}
