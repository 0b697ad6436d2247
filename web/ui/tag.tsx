import IconX from "~icons/lucide/x";
import { useTexts } from "#web/lib/i18n.tsx";
import { Show } from "solid-js";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";
import { swatchFill, type Swatch } from "./tone.ts";

/** A label people made themselves: 18 px, a 6 px dot in its colour, the words in ink. */
export function Tag(props: {
  label: string;
  color?: Swatch | undefined;
  onRemove?: (() => void) | undefined;
  class?: string | undefined;
}) {
  const t = useTexts();
  return (
    <span
      class={cx(
        "inline-flex h-4.5 max-w-full items-center gap-1.5 rounded-1 border border-line-2 bg-raised px-1.5 text-micro text-ink-2 phone:h-6 phone:text-small",
        props.class,
      )}
    >
      <Show when={props.color}>
        {(color) => <span class={cx("size-1.5 shrink-0 rounded-[1px]", swatchFill[color()])} />}
      </Show>
      <span class="truncate">{props.label}</span>
      <Show when={props.onRemove}>
        {(remove) => (
          <button
            type="button"
            class="touch-target -mr-1 inline-flex size-3.5 items-center justify-center rounded-1 text-ink-3 hover:bg-hover hover:text-ink"
            aria-label={t().ui.combobox.remove(props.label)}
            onClick={() => remove()()}
          >
            <Icon of={IconX} size={12} />
          </button>
        )}
      </Show>
    </span>
  );
}
