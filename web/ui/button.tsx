import IconLoader from "~icons/lucide/loader-circle";
import { Show, splitProps, type JSX } from "solid-js";
import { cx } from "./cx.ts";
import { Icon, type IconComponent } from "./icon.tsx";
import { Kbd } from "./kbd.tsx";

export type ButtonSize = "sm" | "md" | "lg";
export type ButtonKind = "primary" | "secondary" | "ghost" | "danger";

export type ButtonProps = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "class"> & {
  kind?: ButtonKind | undefined;
  size?: ButtonSize | undefined;
  icon?: IconComponent | undefined;
  /** Icon behind the words: a chevron of a menu, an arrow out. */
  iconAfter?: IconComponent | undefined;
  /** The shortcut that does the same, drawn as a key. */
  kbd?: string | undefined;
  /** Work under way: stays focusable, answers no click, says aria-busy. */
  loading?: boolean | undefined;
  class?: string | undefined;
};

const KINDS: Record<ButtonKind, string> = {
  primary: "border-transparent bg-accent text-on-accent shadow-1 hover:bg-accent-hover",
  secondary: "border-line-2 bg-raised text-ink shadow-1 hover:bg-hover active:bg-press",
  ghost: "border-transparent text-ink-2 hover:bg-hover hover:text-ink active:bg-press",
  danger: "border-line-2 bg-raised text-bad shadow-1 hover:bg-bad-soft hover:border-bad/40",
};
const SIZES: Record<ButtonSize, string> = {
  sm: "h-6 px-2 gap-1.5 text-small phone:h-9 phone:px-3",
  md: "h-7 px-2.5 gap-1.5 phone:h-11 phone:px-4",
  lg: "h-9 px-3.5 gap-2 phone:h-12",
};

/** Look of a button for other elements (links). */
export function buttonClass(kind: ButtonKind = "secondary", size: ButtonSize = "md"): string {
  return cx(
    "touch-target inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-2 border font-medium transition-colors",
    "disabled:pointer-events-none disabled:text-ink-off disabled:shadow-none aria-busy:cursor-progress",
    kind === "primary" && "disabled:bg-press disabled:text-ink-off",
    KINDS[kind],
    SIZES[size],
  );
}

/** Verb first, short. One primary per view. */
export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, [
    "kind",
    "size",
    "icon",
    "iconAfter",
    "kbd",
    "loading",
    "class",
    "children",
    "onClick",
  ]);
  const iconSize = () => (own.size === "lg" ? 16 : 14);
  const click: JSX.EventHandler<HTMLButtonElement, MouseEvent> = (event) => {
    if (own.loading) return event.preventDefault();
    if (typeof own.onClick === "function") own.onClick(event);
  };
  return (
    <button
      type="button"
      {...rest}
      onClick={click}
      aria-busy={own.loading ? "true" : undefined}
      class={cx(buttonClass(own.kind, own.size), own.class)}
    >
      <Show
        when={own.loading}
        fallback={<Show when={own.icon}>{(icon) => <Icon of={icon()} size={iconSize()} />}</Show>}
      >
        <Icon of={IconLoader} size={iconSize()} class="animate-spin" />
      </Show>
      {own.children}
      <Show when={own.iconAfter}>
        {(icon) => <Icon of={icon()} size={12} class="text-ink-3" />}
      </Show>
      <Show when={own.kbd}>
        {(keys) => (
          <Kbd
            keys={keys()}
            class="-mr-0.5 ml-0.5"
            {...(own.kind === "primary" ? { on: "accent" as const } : {})}
          />
        )}
      </Show>
    </button>
  );
}
