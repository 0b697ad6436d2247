import { For, Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Avatar } from "#web/ui/avatar.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { Pick } from "./pick.tsx";

/** The people a card is assigned to. */
export function AssigneesValue(props: { card: Card; locked: boolean }) {
  const t = useTexts();
  const room = useRoom();
  const person = (id: string) => room.people().get(id) ?? { id, name: "?" };
  const first = (id: string) => person(id).name.split(" ")[0] ?? "";
  const toggle = (id: string) => {
    const on = props.card.assigneeIds.includes(id);
    const assignees = on ? { add: [], remove: [id] } : { add: [id], remove: [] };
    void room.live.act({ kind: "card.update", card: props.card.id, set: {}, assignees });
  };
  return (
    <Pick
      multiple
      label={t().boardScreen.card.assignees}
      locked={props.locked}
      options={[...room.people().values()].map(({ id, name }) => ({
        value: id,
        label: name,
        mark: () => <Avatar person={{ id, name }} self={id === room.me()} size={20} decorative />,
      }))}
      chosen={props.card.assigneeIds}
      onPick={toggle}
      value={() => (
        <Show
          when={props.card.assigneeIds.length > 0}
          fallback={<span class="text-ink-3">{t().boardScreen.card.nobody}</span>}
        >
          <span class="flex shrink-0 gap-0.5">
            <For each={props.card.assigneeIds.slice(0, 4)}>
              {(id) => <Avatar person={person(id)} self={id === room.me()} size={20} decorative />}
            </For>
          </span>
          <span class="line-clamp-2 min-w-0">{props.card.assigneeIds.map(first).join(", ")}</span>
        </Show>
      )}
    />
  );
}
