import { Show } from "solid-js";
import { PRIORITIES, Priority, TAG_MOST, type Card } from "#domain/boards/model.ts";
import { isThere } from "#domain/boards/whole.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Avatar } from "#web/ui/avatar.tsx";
import { Button } from "#web/ui/button.tsx";
import { ComboboxList } from "#web/ui/combobox-list.tsx";
import { DateEntry } from "#web/ui/date/date-entry.tsx";
import { Popover } from "#web/ui/popover.tsx";
import { PriorityIcon } from "#web/ui/priority-icon.tsx";
import { Tag } from "#web/ui/tag.tsx";
import { backToCard } from "./return-to-card.ts";
import { type QuickEdit, useRoom } from "./room.tsx";
import { useTooLong } from "./too-long.ts";

/** People, due date or tags of the focused card, or of the selected ones together, changed on the board. */
export function QuickEditor() {
  const room = useRoom();
  return (
    <Show when={room.quick()} keyed>
      {(edit) => <Editor edit={edit} />}
    </Show>
  );
}

/** What all of the cards have. */
function common(cards: readonly Card[], values: (card: Card) => readonly string[]): string[] {
  const [first, ...others] = cards.map(values);
  return (first ?? []).filter((value) => others.every((list) => list.includes(value)));
}

function Editor(props: { edit: QuickEdit }) {
  const t = useTexts();
  const room = useRoom();
  const tooLong = useTooLong();
  const cards = () =>
    props.edit.cards.flatMap((id) => {
      const card = room.live.card(id);
      return card && isThere(card) ? [card] : [];
    });
  const close = () => {
    const [first] = props.edit.cards;
    room.setQuick(null);
    if (first) backToCard(first, room.focusLane());
  };
  /** As one step of undo. What all of them have is taken away, anything else is given to all. */
  const toggle = (list: "assignees" | "tags", value: string) => {
    const held = common(cards(), (card) => (list === "tags" ? card.tags : card.assigneeIds));
    const change = held.includes(value)
      ? { add: [], remove: [value] }
      : { add: [value], remove: [] };
    const ops = props.edit.cards.map((card) => ({
      kind: "card.update" as const,
      card,
      set: {},
      [list]: change,
    }));
    void room.live.act(...ops);
  };
  const setDue = (dueOn: string | null) => {
    const ops = props.edit.cards.map((card) => ({
      kind: "card.update" as const,
      card,
      set: { dueOn },
    }));
    void room.live.act(...ops);
    close();
  };
  const setPriority = (value: string) => {
    const priority = Priority.parse(value);
    const ops = props.edit.cards.map((card) => ({
      kind: "card.update" as const,
      card,
      set: { priority },
    }));
    void room.live.act(...ops);
    close();
  };
  const label = () => t().boardScreen.card[props.edit.field];
  return (
    <Popover
      label={label()}
      open
      onOpenChange={(open) => !open && close()}
      anchor={() => props.edit.anchor}
      class={props.edit.field === "due" ? "w-64 p-3 phone:w-80" : "w-64"}
    >
      <Show when={props.edit.field === "assignees"}>
        <ComboboxList
          label={label()}
          options={[...room.people().values()].map(({ id, name }) => ({
            value: id,
            label: name,
            mark: () => (
              <Avatar person={{ id, name }} self={id === room.me()} size={20} decorative />
            ),
          }))}
          chosen={common(cards(), (card) => card.assigneeIds)}
          onToggle={(id) => toggle("assignees", id)}
        />
      </Show>
      <Show when={props.edit.field === "tags"}>
        <ComboboxList
          label={label()}
          options={room.tags().map((tag) => ({
            value: tag,
            label: tag,
            mark: () => <Tag label="" color={room.tagColor(tag)} class="w-4.5 px-1!" />,
          }))}
          chosen={common(cards(), (card) => card.tags)}
          onToggle={(tag) => toggle("tags", tag)}
          onCreate={(tag) => toggle("tags", tag)}
          refuse={(text) => tooLong(text, TAG_MOST)}
        />
      </Show>
      <Show when={props.edit.field === "priority"}>
        <ComboboxList
          label={label()}
          options={PRIORITIES.toReversed().map((value) => ({
            value,
            label: t().boards.priorities[value],
            mark: () => <PriorityIcon level={value} decorative />,
          }))}
          chosen={common(cards(), (card) => [card.priority])}
          onToggle={(value) => setPriority(value)}
        />
      </Show>
      <Show when={props.edit.field === "due"}>
        <DateEntry label={label()} value={cards()[0]?.dueOn ?? undefined} onChoose={setDue} />
        <Show when={cards().some((card) => card.dueOn !== null)}>
          <Button kind="ghost" class="mt-2 w-full" onClick={() => setDue(null)}>
            {t().boardScreen.card.clearDue}
          </Button>
        </Show>
      </Show>
    </Popover>
  );
}
