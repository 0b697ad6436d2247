import { createMemo, For, Show, type JSX } from "solid-js";

/** Rows that stay the same elements while what they show is read again: an open menu, a form, the focus. */
export function EachById<T extends { id: string }>(props: {
  items: readonly T[];
  children: (item: () => T) => JSX.Element;
}) {
  const byId = createMemo(() => new Map(props.items.map((item) => [item.id, item])));
  const ids = createMemo(() => props.items.map(({ id }) => id));
  return (
    <For each={ids()}>
      {(id) => <Show when={byId().get(id)}>{(item) => props.children(item)}</Show>}
    </For>
  );
}
