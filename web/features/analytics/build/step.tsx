import { Show, type JSX } from "solid-js";
import { Icon, type IconComponent } from "#web/ui/icon.tsx";
import { Popover } from "#web/ui/popover.tsx";

/** One step of a question: its name, what was taken, and the place where each is changed. */
export function Step(props: {
  title: string;
  icon: IconComponent;
  /** At the end of the head. */
  aside?: JSX.Element;
  children: JSX.Element;
}) {
  return (
    <section
      class="flex flex-col gap-1.5 border-b border-line px-4 py-3 last:border-b-0"
      aria-label={props.title}
    >
      <div class="flex min-h-6 items-center gap-2">
        <h3 class="flex items-center gap-1.5 text-small font-semibold text-ink-2">
          <Icon of={props.icon} size={14} class="text-ink-3" />
          {props.title}
        </h3>
        <Show when={props.aside}>{(drawn) => <span class="ml-auto">{drawn()}</span>}</Show>
      </div>
      {props.children}
    </section>
  );
}

/**
 * The editor of a step. It hangs on the step's own list, not on a chip: while it is open, the chip that it is about may come, change
 * and go.
 */
export function StepPopover(props: {
  label: string;
  anchor: () => HTMLElement | undefined;
  open: boolean;
  onClose: () => void;
  class?: string;
  children: JSX.Element;
}) {
  return (
    <Popover
      label={props.label}
      anchor={props.anchor}
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      class={props.class ?? "w-80"}
    >
      <Show when={props.open}>{props.children}</Show>
    </Popover>
  );
}
