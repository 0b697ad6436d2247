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
        "flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-4 py-1.5 text-small",
        softTone[props.tone],
        props.class,
      )}
    >
      <Icon of={props.icon} size={14} />
      <Show when={props.title}>
        <span class="min-w-0 font-medium phone:flex-1">{props.title}</span>
      </Show>
      <span class="min-w-0 flex-1 text-ink-2 phone:order-last phone:basis-full">
        {props.children}
      </span>
      {props.action}
    </div>
  );
}
