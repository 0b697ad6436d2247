import { Show } from "solid-js";
import { cx } from "#web/ui/cx.ts";
import { Icon, type IconComponent } from "#web/ui/icon.tsx";

/** Look of one line of the rail. */
export function railItem(current: boolean, narrow: boolean): string {
  return cx(
    "flex h-7 shrink-0 items-center gap-2.5 rounded-2 text-ink-2 transition-colors hover:bg-hover hover:text-ink",
    narrow ? "size-8 h-8 justify-center" : "px-2",
    current && "bg-press font-medium text-ink",
  );
}

/** One section. Its page is fetched when the pointer or the focus reaches it. */
export function RailLink(props: {
  href: string;
  icon: IconComponent;
  label: string;
  current: boolean;
  narrow: boolean;
}) {
  return (
    <a
      href={props.href}
      aria-current={props.current ? "page" : undefined}
      aria-label={props.narrow ? props.label : undefined}
      title={props.narrow ? props.label : undefined}
      class={railItem(props.current, props.narrow)}
    >
      <Icon of={props.icon} class={props.current ? "text-ink" : "text-ink-3"} />
      <Show when={!props.narrow}>
        <span class="min-w-0 flex-1 truncate">{props.label}</span>
      </Show>
    </a>
  );
}
