import { For, onMount, Show } from "solid-js";
import { cx } from "#web/ui/cx.ts";
import { Icon, type IconComponent } from "#web/ui/icon.tsx";
import { createListNavigation } from "#web/ui/list-navigation.ts";
import { leaves } from "./leaves.ts";
import type { CellEdit } from "./column.ts";

/** The inline editor of one choice: a list under the cell; arrows move, Enter or a click saves. */
export function SelectCell<Row, V extends string>(props: {
  edit: CellEdit<Row>;
  options: readonly { value: V; label: string; icon?: IconComponent }[];
  value: V | undefined;
  onSave: (value: V) => void;
}) {
  let list!: HTMLDivElement;
  const choose = (index: number) => {
    const option = props.options[index];
    // Called from event handlers alone.
    // oxlint-disable-next-line solid/reactivity
    props.edit.commit(() => {
      if (option && option.value !== props.value) props.onSave(option.value);
    });
  };
  const nav = createListNavigation({ count: () => props.options.length, onChoose: choose });
  onMount(() => {
    nav.setActive(
      Math.max(
        0,
        props.options.findIndex((option) => option.value === props.value),
      ),
    );
    list.focus({ preventScroll: true });
  });
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={props.edit.label}
      aria-activedescendant={nav.optionId(nav.active())}
      onKeyDown={(event) => nav.onKeyDown(event)}
      onBlur={(event) => leaves(event) && props.edit.cancel()}
      class="absolute left-0 top-0 z-popover max-h-72 min-w-full overflow-y-auto rounded-3 border border-line-2 bg-raised p-1 shadow-3 outline-none"
    >
      <For each={props.options}>
        {(option, index) => (
          <div
            role="option"
            id={nav.optionId(index())}
            aria-selected={option.value === props.value}
            tabIndex={-1}
            onPointerDown={(event) => event.preventDefault()}
            onPointerEnter={() => nav.setActive(index())}
            onClick={() => choose(index())}
            onKeyDown={() => undefined}
            class={cx(
              "flex h-8 cursor-default items-center gap-2 whitespace-nowrap rounded-2 px-2",
              index() === nav.active() && "bg-hover",
            )}
          >
            <Show when={option.icon}>
              {(icon) => <Icon of={icon()} size={14} class="text-ink-3" />}
            </Show>
            {option.label}
          </div>
        )}
      </For>
    </div>
  );
}
