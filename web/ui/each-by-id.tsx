import { createMemo, For, type JSX } from "solid-js";

/**
 * Rows that stay the same elements while what they show is read again: an open menu, a form, the focus. What a row hands on
 * (to a dialog, say) is the record as it was then, with its version. A row on its way out still knows its last record.
 */
export function EachById<T extends { id: string | number }>(props: {
  items: readonly T[];
  children: (item: () => T) => JSX.Element;
}) {
  const byId = createMemo(() => new Map(props.items.map((item) => [item.id, item])));
  const ids = createMemo(() => props.items.map(({ id }) => id));
  return (
    <For each={ids()}>
      {(id) => {
        const item = createMemo<T | undefined>((before) => byId().get(id) ?? before);
        return props.children(item as () => T);
      }}
    </For>
  );
}
