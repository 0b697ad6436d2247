import { For } from "solid-js";
import { MOD } from "#web/lib/shortcuts.ts";
import { cx } from "./cx.ts";

/** `⌘↵` as this keyboard writes it: `Ctrl ↵` where there is no command key. */
function here(cap: string): string {
  return MOD === "⌘" ? cap : cap.replace("⌘", `${MOD} `);
}

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
            {here(cap)}
          </kbd>
        )}
      </For>
    </span>
  );
}
