import { createSignal, onMount } from "solid-js";
import type { ClientView } from "#domain/clients/model.ts";
import type { CellEdit } from "#web/ui/grid/column.ts";
import { leaves } from "#web/ui/grid/leaves.ts";

/** The inline editor of a date: the browser's own field, which knows the person's order of day and month. */
export function DateCell(props: {
  edit: CellEdit<ClientView>;
  value: string | null;
  onSave: (date: string | null) => void;
  /** A date half typed was left: the value stays as it was. */
  onHalf: () => void;
}) {
  let input!: HTMLInputElement;
  const [typed, setTyped] = createSignal<string>();
  onMount(() => input.focus({ preventScroll: true }));
  const change = (next: string) => {
    setTyped(next);
    // A date half typed reads as empty: leaving then must not take the old one away.
    const half = next === "" && input.validity.badInput;
    const save = () => {
      const date = next || null;
      if (half) props.onHalf();
      else if (date !== props.value) props.onSave(date);
    };
    props.edit.draft(save);
  };
  return (
    <input
      ref={input}
      type="date"
      aria-label={props.edit.label}
      value={typed() ?? props.value ?? ""}
      onInput={(event) => change(event.currentTarget.value)}
      onBlur={(event) => leaves(event) && props.edit.commit()}
      class="num h-full w-full min-w-0 bg-transparent px-1.5 outline-none focus-visible:outline-none"
    />
  );
}
