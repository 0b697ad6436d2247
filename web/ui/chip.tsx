import { Show, type JSX } from "solid-js";
import { cx } from "./cx.ts";
import { Icon, type IconComponent } from "./icon.tsx";
import { softTone, type Tone } from "./tone.ts";

/** A status: colour and shape together, 20 px. For a pipeline stage pass the icon of its shape (stage-icon). */
export function StatusChip(props: {
  tone: Tone;
  icon: IconComponent;
  children: JSX.Element;
  class?: string;
}) {
  return (
    <Chip
      tone={props.tone}
      icon={props.icon}
      {...(props.class === undefined ? {} : { class: props.class })}
    >
      {props.children}
    </Chip>
  );
}

/** A short fact beside a title, 20 px high. */
export function Chip(props: {
  tone?: Tone | undefined;
  icon?: IconComponent | undefined;
  children: JSX.Element;
  class?: string | undefined;
}) {
  return (
    <span
      class={cx(
        "inline-flex h-5 max-w-full shrink-0 items-center gap-1.5 rounded-1 px-1.5 text-small font-medium phone:h-6",
        softTone[props.tone ?? "neutral"],
        props.class,
      )}
    >
      <Show when={props.icon}>{(icon) => <Icon of={icon()} size={12} />}</Show>
      <span class="truncate">{props.children}</span>
    </span>
  );
}
