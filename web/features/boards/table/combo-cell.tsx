import { splitProps } from "solid-js";
import { ComboboxList, type ComboboxListProps } from "#web/ui/combobox-list.tsx";
import type { CellEdit } from "#web/ui/grid/column.ts";
import { leaves } from "#web/ui/grid/leaves.ts";

/**
 * The inline editor of values that are searched for: a list under the cell. Several are given and taken one by one,
 * each at once; `single` ends with the first.
 */
export function ComboCell<Row>(
  props: Omit<ComboboxListProps, "label"> & { edit: CellEdit<Row>; single?: boolean },
) {
  const [own, list] = splitProps(props, ["edit", "single", "onToggle"]);
  const toggle = (value: string) => {
    // Called from event handlers alone.
    // oxlint-disable-next-line solid/reactivity
    if (own.single) own.edit.commit(() => own.onToggle(value));
    else own.onToggle(value);
  };
  return (
    <div
      on:focusout={(event) => leaves(event) && own.edit.cancel()}
      class="absolute top-0 left-0 z-popover w-64 rounded-3 border border-line-2 bg-raised shadow-3"
    >
      <ComboboxList {...list} label={own.edit.label} onToggle={toggle} />
    </div>
  );
}
