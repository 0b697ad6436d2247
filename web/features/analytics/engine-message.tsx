import IconOpen from "~icons/lucide/chevron-right";
import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** The database's own English words, closed until asked for: ours come first. Nothing for an empty message. */
export function EngineMessage(props: { text: string }) {
  const t = useTexts();
  return (
    <Show when={props.text}>
      <details class="group mt-1.5 text-small">
        <summary class="inline-flex cursor-pointer list-none items-center gap-1 rounded-1 text-ink-2 hover:text-ink phone:min-h-11 [&::-webkit-details-marker]:hidden">
          <Icon of={IconOpen} size={12} class="group-open:rotate-90" />
          {t().analytics.query.advice.message}
        </summary>
        <pre
          class="mt-1 max-h-60 overflow-auto font-mono text-ink-2"
          lang="en"
          // A scrolling region without controls needs a stop of its own for the keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabindex={0}
        >
          {props.text}
        </pre>
      </details>
    </Show>
  );
}
