import {
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
  Show,
  untrack,
  type JSX,
} from "solid-js";
import type { ClientView } from "#domain/clients/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import type { CellEdit } from "#web/ui/grid/column.ts";
import type { FieldSpec } from "./field-specs.tsx";
import { RefusedText } from "./refused-text.tsx";

/** One field of the record: its value, or its editor in place. Enter saves, Esc drops, leaving saves. */
export function Property(props: {
  client: ClientView;
  spec: FieldSpec;
  /** Instead of the field's own look: with the person's name, the days in the stage. */
  children?: JSX.Element;
  /** Set while two people's values wait for a choice. */
  unsettled?: JSX.Element;
  class?: string;
}) {
  const t = useTexts();
  const [editing, setEditing] = createSignal(false);
  const label = () => t().clients.fields[props.spec.field];
  let button: HTMLButtonElement | undefined;
  // Another client in the same panel: an editor belongs to the one on which it was opened.
  const id = createMemo(() => props.client.id);
  createEffect(on(id, () => setEditing(false), { defer: true }));

  return (
    <Show
      when={editing()}
      fallback={
        <Show
          when={props.client.can.write && !props.unsettled}
          fallback={
            <span class={cx("flex min-h-7 min-w-0 items-center gap-2 px-1.5", props.class)}>
              {props.unsettled ?? props.children ?? props.spec.show(props.client)}
            </span>
          }
        >
          <button
            type="button"
            ref={(element) => (button = element)}
            onClick={() => setEditing(true)}
            class={cx(
              "flex min-h-7 max-w-full min-w-16 items-center gap-2 rounded-2 px-1.5 text-left transition-colors hover:bg-hover phone:min-h-11",
              props.class,
            )}
          >
            <span class="sr-only">{`${t().clients.panel.edit(label())} `}</span>
            <RefusedText id={props.client.id} field={props.spec.field}>
              {props.children ?? props.spec.show(props.client)}
            </RefusedText>
          </button>
        </Show>
      }
    >
      <PropertyEditor
        client={props.client}
        spec={props.spec}
        label={label()}
        onDone={(refocus) => {
          setEditing(false);
          if (refocus) queueMicrotask(() => button?.focus());
        }}
      />
    </Show>
  );
}

function PropertyEditor(props: {
  client: ClientView;
  spec: FieldSpec;
  label: string;
  onDone: (refocus: boolean) => void;
}) {
  let draft: (() => void) | undefined;
  let over = false;
  const leave = (save: (() => void) | undefined, refocus: boolean) => {
    // Taking the editor away blurs it, which asks to leave once more.
    if (over) return;
    over = true;
    props.onDone(refocus);
    save?.();
  };
  const edit: CellEdit<ClientView> = untrack(() => ({
    row: props.client,
    label: props.label,
    typed: undefined,
    draft: (save) => (draft = save),
    // A choice made by key or pointer: the field has the focus again.
    commit: (save) => leave(save ?? draft, save !== undefined),
    cancel: () => leave(undefined, false),
  }));
  // Taken away by something else than its keys, as by the browser's way back: what was typed is saved.
  onCleanup(() => {
    if (!over) draft?.();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Escape") leave(undefined, true);
    else if (event.key === "Enter" && !event.defaultPrevented) leave(draft, true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="presentation"
      data-editor=""
      onKeyDown={onKeyDown}
      class="relative flex h-7 w-full min-w-0 items-center rounded-2 bg-surface outline-2 outline-accent phone:h-11"
    >
      {props.spec.edit(edit)}
    </div>
  );
}
