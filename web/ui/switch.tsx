import { createUniqueId, Show } from "solid-js";
import { cx } from "./cx.ts";

/** A setting that applies at once. For a choice that waits for "Save", use Checkbox. */
export function Switch(props: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: string | undefined;
  labelHidden?: boolean | undefined;
  disabled?: boolean | undefined;
  class?: string | undefined;
}) {
  const id = createUniqueId();
  return (
    <div class={cx("flex items-start gap-2.5", props.class)}>
      <button
        type="button"
        role="switch"
        id={id}
        aria-checked={props.checked}
        aria-label={props.labelHidden ? props.label : undefined}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        disabled={props.disabled}
        onClick={() => props.onChange(!props.checked)}
        class={cx(
          "touch-target relative mt-0.5 h-4 w-7 shrink-0 rounded-full border transition-colors phone:h-6 phone:w-10",
          props.checked ? "border-accent bg-accent" : "border-line-control bg-press",
          "disabled:border-line-2 disabled:bg-sunken",
        )}
      >
        <span
          class={cx(
            "absolute left-0.5 top-1/2 size-2.5 -translate-y-1/2 rounded-full transition-transform duration-base phone:size-4",
            props.checked ? "translate-x-3 bg-on-accent phone:translate-x-4" : "bg-ink-3",
          )}
        />
      </button>
      <Show when={!props.labelHidden}>
        <span class="min-w-0">
          <label for={id} class={cx("font-medium", props.disabled && "text-ink-off")}>
            {props.label}
          </label>
          <Show when={props.hint}>
            {(hint) => (
              <span id={`${id}-hint`} class="block text-small text-ink-3">
                {hint()}
              </span>
            )}
          </Show>
        </span>
      </Show>
    </div>
  );
}
