import { cx } from "./cx.ts";

/** A count: filled when someone waits for this person, plain when it only informs. */
export function Badge(props: { count: number; filled?: boolean; label?: string; class?: string }) {
  return (
    <span
      class={cx(
        "num inline-flex h-4 min-w-4 items-center justify-center text-micro font-medium",
        props.filled ? "rounded-full bg-accent px-1 text-on-accent" : "text-ink-3",
        props.class,
      )}
      aria-label={props.label}
      role={props.label ? "img" : undefined}
    >
      {props.count > 99 ? "99+" : props.count}
    </span>
  );
}
