import { Show } from "solid-js";
import type { CheckItem } from "#domain/boards/parts.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Avatar } from "#web/ui/avatar.tsx";
import { Button } from "#web/ui/button.tsx";
import { ComboboxList } from "#web/ui/combobox-list.tsx";
import { DateEntry } from "#web/ui/date/date-entry.tsx";
import { Popover } from "#web/ui/popover.tsx";
import { DueDate } from "#web/features/boards/board/due-date.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";

/** Which value of a line is being chosen. */
export type ItemField = "assigneeId" | "dueOn";

/** The date and the person of a line, as they are. */
export function ItemValues(props: { item: CheckItem }) {
  const t = useTexts();
  const room = useRoom();
  const person = (id: string) => room.people().get(id) ?? { id, name: "?" };
  return (
    <span class="flex shrink-0 items-center gap-2 pt-1 text-small phone:pt-2.5">
      <Show when={props.item.dueOn}>
        {(date) => <DueDate date={date()} done={props.item.done} />}
      </Show>
      <Show when={props.item.assigneeId}>
        {(id) => (
          <span title={`${t().boardCard.checklist.assignee} ${person(id()).name}`}>
            <Avatar person={person(id())} self={id() === room.me()} size={20} />
          </span>
        )}
      </Show>
    </span>
  );
}

/** Chooses the person or the date of a line, beside it. */
export function ItemChooser(props: {
  field: ItemField | null;
  item: CheckItem;
  anchor: () => HTMLElement | undefined;
  onClose: () => void;
  onChange: (patch: { assigneeId: string | null } | { dueOn: string | null }) => void;
}) {
  const t = useTexts();
  const room = useRoom();
  const choose = (patch: { assigneeId: string | null } | { dueOn: string | null }) => {
    props.onClose();
    props.onChange(patch);
  };
  const words = () => t().boardCard.checklist;
  return (
    <Show when={props.field}>
      {(field) => (
        <Popover
          label={field() === "dueOn" ? words().dueLabel : words().assignee}
          open
          placement="bottom-end"
          anchor={props.anchor}
          onOpenChange={(open) => !open && props.onClose()}
          class={field() === "dueOn" ? "w-64 p-3 phone:w-80" : "w-64"}
        >
          <Show
            when={field() === "dueOn"}
            fallback={
              <ComboboxList
                label={words().assignee}
                options={[...room.people().values()].map(({ id, name }) => ({
                  value: id,
                  label: name,
                  mark: () => (
                    <Avatar person={{ id, name }} self={id === room.me()} size={20} decorative />
                  ),
                }))}
                chosen={props.item.assigneeId ? [props.item.assigneeId] : []}
                onToggle={(id) => choose({ assigneeId: id === props.item.assigneeId ? null : id })}
              />
            }
          >
            <DateEntry
              label={t().boardScreen.card.due}
              value={props.item.dueOn ?? undefined}
              onChoose={(dueOn) => choose({ dueOn })}
            />
            <Show when={props.item.dueOn}>
              <Button kind="ghost" class="mt-2 w-full" onClick={() => choose({ dueOn: null })}>
                {t().boardScreen.card.clearDue}
              </Button>
            </Show>
          </Show>
        </Popover>
      )}
    </Show>
  );
}
