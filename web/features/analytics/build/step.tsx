import { Show, type JSX } from "solid-js";
import { AddFilterChip } from "#web/ui/filter-chip.tsx";
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
 * What a step took, as chips, and the editor of one of them. The editor hangs on the list, not on a chip: while it is open, the chip
 * that it is about may come, change and go.
 */
export function StepChips(props: {
  /** Names the editor. */
  label: string;
  /** The chips, none of them an editor's trigger. */
  chips: JSX.Element;
  /** The word of the button that adds one; without it there is none. */
  add?: string | undefined;
  onAdd: () => void;
  /** Whether the editor is open: for a chip or for a new one. */
  open: boolean;
  onClose: () => void;
  /** The width of the editor. */
  class?: string;
  /** The editor, made anew each time it opens. */
  children: JSX.Element;
}) {
  let list: HTMLDivElement | undefined;
  return (
    <>
      <div ref={(element) => (list = element)} class="flex flex-wrap gap-1.5 phone:gap-2.5">
        {props.chips}
        <Show when={props.add}>
          {(word) => <AddFilterChip label={word()} onClick={() => props.onAdd()} />}
        </Show>
      </div>
      <Popover
        label={props.label}
        anchor={() => list}
        open={props.open}
        onOpenChange={(open) => !open && props.onClose()}
        class={props.class ?? "w-80"}
      >
        <Show when={props.open}>{props.children}</Show>
      </Popover>
    </>
  );
}
