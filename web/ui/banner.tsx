import { Show, type JSX } from "solid-js";
import { cx } from "./cx.ts";
import { Icon, type IconComponent } from "./icon.tsx";
import { softTone, type Tone } from "./tone.ts";

/** One sentence across a panel about a state that lasts: offline, read only, trial ending. */
export function Banner(props: {
  tone: Tone;
  icon: IconComponent;
  title?: string;
  children?: JSX.Element;
  /** A link or a small button at the end. */
  action?: JSX.Element;
  class?: string;
}) {
  return (
    <div
      role="status"
      class={cx(
        "flex min-h-8 shrink-0 items-center gap-x-2 gap-y-1 border-b border-line px-4 py-1.5 text-small",
        softTone[props.tone],
        props.class,
      )}
    >
      <Icon of={props.icon} size={14} />
      {/* As one text, so that a button beside it does not push it into a line below on a phone. */}
      <span class="min-w-0 flex-1">
        <Show when={props.title}>
          <span class="mr-2 font-medium">{props.title}</span>
        </Show>
        <span class="text-ink-2">{props.children}</span>
      </span>
      {props.action}
    </div>
  );
}
