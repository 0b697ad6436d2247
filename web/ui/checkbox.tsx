import IconCheck from "~icons/lucide/check";
import IconMinus from "~icons/lucide/minus";
import { createEffect, Show } from "solid-js";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";

/** A box that is on, off or partly on. `labelHidden` in tables: the label is read out, not drawn. */
export function Checkbox(props: {
  label: string;
  checked: boolean | "mixed";
  onChange: (checked: boolean) => void;
  labelHidden?: boolean | undefined;
  hint?: string | undefined;
  disabled?: boolean | undefined;
  tabIndex?: number | undefined;
  class?: string | undefined;
}) {
  const on = () => props.checked !== false;
  return (
    <label
      class={cx(
        "touch-target inline-flex items-start gap-2",
        props.disabled && "text-ink-off",
        props.class,
      )}
    >
      <span
        class={cx(
          "relative inline-flex size-3.5 shrink-0 phone:size-5",
          !props.labelHidden && "translate-y-[3px] phone:translate-y-px",
        )}
      >
        <input
          type="checkbox"
          ref={(box) => createEffect(() => (box.indeterminate = props.checked === "mixed"))}
          checked={props.checked === true}
          disabled={props.disabled}
          tabIndex={props.tabIndex}
          aria-label={props.labelHidden ? props.label : undefined}
          onChange={(event) => {
            props.onChange(event.currentTarget.checked);
            event.currentTarget.checked = props.checked === true;
          }}
          class={cx(
            "size-full appearance-none rounded-1 border-[1.5px] transition-colors",
            on() ? "border-accent bg-accent" : "border-line-control bg-surface hover:border-ink-3",
            "disabled:border-line-2 disabled:bg-sunken",
          )}
        />
        <Show when={on()}>
          <Icon
            of={props.checked === "mixed" ? IconMinus : IconCheck}
            size={12}
            class={cx(
              "pointer-events-none absolute inset-0 m-auto [&_*]:[stroke-width:3]",
              // On the sunken ground of a box that can't be pressed, the mark of an accent is not seen.
              props.disabled ? "text-ink-3" : "text-on-accent",
            )}
          />
        </Show>
      </span>
      <Show when={!props.labelHidden}>
        <span class="min-w-0">
          {props.label}
          <Show when={props.hint}>
            {(hint) => <span class="block text-small text-ink-3">{hint()}</span>}
          </Show>
        </span>
      </Show>
    </label>
  );
}
