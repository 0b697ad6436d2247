import { createUniqueId, For, Show } from "solid-js";
import { cx } from "./cx.ts";
import { Icon, type IconComponent } from "./icon.tsx";

/** Two to five ways to see the same thing. Arrows move, as in any radio group. */
export function SegmentedControl<V extends string>(props: {
  label: string;
  options: readonly { value: V; label: string; icon?: IconComponent; iconOnly?: boolean }[];
  value: V;
  onChange: (value: V) => void;
  size?: "sm" | "md";
  class?: string;
  /** After a choice by pointer; arrows go on choosing. */
  onPointed?: () => void;
}) {
  const name = createUniqueId();
  /** Arrows click as well. */
  let pointed = false;
  return (
    <div
      role="radiogroup"
      ref={(group) => {
        group.addEventListener("pointerdown", () => (pointed = true));
        group.addEventListener("keydown", () => (pointed = false));
      }}
      aria-label={props.label}
      class={cx(
        "inline-flex shrink-0 items-stretch rounded-2 border border-line bg-sunken p-px phone:h-11",
        props.size === "sm" ? "h-6" : "h-7",
        props.class,
      )}
    >
      <For each={props.options}>
        {(option) => (
          <label
            class={cx(
              "flex items-center gap-1.5 whitespace-nowrap rounded-[5px] border px-2 font-medium transition-colors phone:px-3",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent",
              props.size === "sm" && "text-small",
              option.value === props.value
                ? "border-line-2 bg-raised text-ink shadow-1"
                : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            <input
              type="radio"
              class="sr-only"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
              onClick={() => pointed && props.onPointed?.()}
            />
            <Show when={option.icon}>{(icon) => <Icon of={icon()} size={14} />}</Show>
            <span class={cx(option.iconOnly && "sr-only")}>{option.label}</span>
          </label>
        )}
      </For>
    </div>
  );
}
