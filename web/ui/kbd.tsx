import { For } from "solid-js";
import { cx } from "./cx.ts";

/** A key or a chord as drawn keys: `keys="⌘K"` is one cap, `keys={["⇧", "L"]}` two. */
export function Kbd(props: { keys: string | readonly string[]; class?: string; on?: "accent" }) {
  const caps = () => (typeof props.keys === "string" ? [props.keys] : props.keys);
  return (
    <span
      class={cx("inline-flex shrink-0 items-center gap-1 phone:hidden", props.class)}
      aria-hidden="true"
    >
      <For each={caps()}>
        {(cap) => (
          <kbd
            class={cx(
              "inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-1 border px-1 font-sans text-micro font-medium leading-none",
              props.on === "accent"
                ? "border-on-accent/40 text-on-accent"
                : "border-line-2 bg-raised text-ink-3",
            )}
          >
            {cap}
          </kbd>
        )}
      </For>
    </span>
  );
}
