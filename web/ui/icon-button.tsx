import { Show, splitProps, type JSX } from "solid-js";
import { cx } from "./cx.ts";
import { Icon, type IconComponent } from "./icon.tsx";
import { Tooltip } from "./tooltip.tsx";

const SIZES = { sm: "size-6 phone:size-9", md: "size-7 phone:size-11", lg: "size-9 phone:size-12" };

export type IconButtonProps = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "class"> & {
  icon: IconComponent;
  /** What it does: its accessible name and its tooltip. */
  label: string;
  kbd?: string | undefined;
  kind?: "ghost" | "secondary" | "primary" | undefined;
  size?: keyof typeof SIZES | undefined;
  /** A toggle that is on. */
  pressed?: boolean | undefined;
  /** Without a tooltip: inside menus and when the words stand next to it. */
  quiet?: boolean | undefined;
  class?: string | undefined;
};

const KINDS = {
  ghost: "border-transparent text-ink-2 hover:bg-hover hover:text-ink active:bg-press",
  secondary: "border-line-2 bg-raised text-ink-2 shadow-1 hover:bg-hover active:bg-press",
  primary: "border-transparent bg-accent text-on-accent shadow-1 hover:bg-accent-hover",
};

/** A square button that is only an icon; its label is read out and shown on hover and focus. */
export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, [
    "icon",
    "label",
    "kbd",
    "kind",
    "size",
    "pressed",
    "quiet",
    "class",
  ]);
  const button = (more: JSX.ButtonHTMLAttributes<HTMLButtonElement>) => (
    <button
      type="button"
      {...more}
      aria-label={own.label}
      aria-pressed={own.pressed === undefined ? undefined : own.pressed}
      class={cx(
        "touch-target inline-flex shrink-0 items-center justify-center rounded-2 border transition-colors disabled:pointer-events-none disabled:text-ink-off",
        KINDS[own.kind ?? "ghost"],
        own.pressed && "bg-press text-ink",
        SIZES[own.size ?? "md"],
        own.class,
      )}
    >
      <Icon of={own.icon} size={own.size === "sm" ? 14 : 16} />
    </button>
  );
  return (
    <Show when={!own.quiet} fallback={button(rest)}>
      <Tooltip label={own.label} kbd={own.kbd} attributes={rest} trigger={button} />
    </Show>
  );
}
