import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";

/** A value under its name, and whether it is the one that the board shows. */
type Named = readonly [name: string, text: string, stands?: boolean];

/** Two values side by side, each under its name; one below the other on a phone. */
export function TwoTexts(props: { mine: Named; other: Named }) {
  return (
    <div class="mt-1.5 grid grid-cols-2 gap-2 phone:grid-cols-1">
      <OneText of={props.mine} class="border-accent" />
      <OneText of={props.other} class="border-line" />
    </div>
  );
}

function OneText(props: { of: Named; class: string }) {
  const t = useTexts();
  return (
    <figure class="flex min-w-0 flex-col">
      <figcaption class="text-small text-ink-3">
        <span>{props.of[0]}</span>
        <Show when={props.of[2]}>
          <span>{` · ${t().boardSettle.shown}`}</span>
        </Show>
      </figcaption>
      <p
        class={cx(
          "mt-auto max-h-48 overflow-auto rounded-2 border p-2 whitespace-pre-wrap break-words",
          props.class,
        )}
      >
        {props.of[1]}
      </p>
    </figure>
  );
}
