import IconDown from "~icons/lucide/arrow-down";
import IconMove from "~icons/lucide/arrow-left-right";
import IconUp from "~icons/lucide/arrow-up";
import IconCalendar from "~icons/lucide/calendar";
import IconMore from "~icons/lucide/ellipsis";
import IconTrash from "~icons/lucide/trash-2";
import IconUser from "~icons/lucide/user-plus";
import { createSignal, Show } from "solid-js";
import type { CheckItem as Item } from "#domain/boards/parts.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import type { ChecklistActions } from "./checklist-actions.ts";
import { ItemText, type LineStep } from "./item-text.tsx";
import { ItemChooser, type ItemField, ItemValues } from "./item-values.tsx";
import type { PastedLine } from "./pasted-lines.ts";

/** A line of a checklist: its box, its words, who and when, and what can be done with it. */
export function CheckItem(props: {
  id: string;
  item: Item;
  at: number;
  of: number;
  /** The other lists of the card. */
  others: readonly { id: string; name: string }[];
  locked: boolean;
  actions: ChecklistActions;
  onNext: () => void;
  onStep: (step: LineStep) => void;
  onPaste: (lines: PastedLine[]) => void;
}) {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  const [choosing, setChoosing] = createSignal<ItemField | null>(null);
  let row!: HTMLLIElement;
  const words = () => t().boardCard.checklist;
  const tick = () => props.actions.change(props.id, { done: !props.item.done });
  const move = (step: LineStep) => {
    const to = props.at + (step === "up" ? -1 : 1);
    if (props.locked || to < 0 || to >= props.of) return;
    const moved = props.actions.move(props.id, props.item.list, to);
    room.say(words().moved(props.item.text, to + 1, props.of));
    // The line is taken out and put in again: the focus goes with it.
    void moved.then(() => row.querySelector("textarea")?.focus());
  };
  const remove = () => {
    const { list, text, done } = props.item;
    const { id, actions } = props;
    const beside = actions.itemsOf(list);
    const [after, before] = [beside[props.at - 1]?.id ?? null, beside[props.at + 1]?.id ?? null];
    props.onStep("up");
    actions.remove(id);
    toasts.show({
      text: words().removedItem(text),
      holds: () => !actions.itemsOf(list).some((item) => item.id === id),
      onUndo: () => actions.addItems(list, [{ text, done }], { after, before }),
    });
  };
  const menu = (): MenuEntry[] => [
    { label: words().assign, icon: IconUser, onSelect: () => setChoosing("assigneeId") },
    { label: words().due, icon: IconCalendar, onSelect: () => setChoosing("dueOn") },
    { kind: "separator" },
    {
      label: words().up,
      icon: IconUp,
      kbd: "Alt ↑",
      disabled: props.at === 0,
      onSelect: () => move("up"),
    },
    {
      label: words().down,
      icon: IconDown,
      kbd: "Alt ↓",
      disabled: props.at === props.of - 1,
      onSelect: () => move("down"),
    },
    ...props.others.map(({ id, name }) => ({
      label: words().moveTo(name),
      icon: IconMove,
      onSelect: () => void props.actions.move(props.id, id, Number.MAX_SAFE_INTEGER),
    })),
    { kind: "separator" },
    { label: words().removeItem, icon: IconTrash, danger: true, onSelect: remove },
  ];
  return (
    <li ref={row} class="group/line flex items-start gap-2">
      <Checkbox
        label={words().tick(props.item.text)}
        labelHidden
        checked={props.item.done}
        disabled={props.locked}
        onChange={tick}
        class="pt-[7px] phone:pt-3"
      />
      <ItemText
        id={props.id}
        text={props.item.text}
        done={props.item.done}
        locked={props.locked}
        onSave={(text) => props.actions.change(props.id, { text })}
        onNext={() => props.onNext()}
        onStep={(step) => props.onStep(step)}
        onMove={move}
        onTick={() => !props.locked && tick()}
        onEmpty={remove}
        onPaste={(lines) => props.onPaste(lines)}
      />
      <ItemValues item={props.item} />
      <Show when={!props.locked}>
        <span class="opacity-0 group-focus-within/line:opacity-100 group-hover/line:opacity-100 coarse:opacity-100">
          <DropdownMenu
            placement="bottom-end"
            items={menu()}
            trigger={(attributes) => (
              <IconButton
                {...attributes}
                icon={IconMore}
                size="sm"
                label={words().itemMenu(props.item.text)}
              />
            )}
          />
        </span>
        <ItemChooser
          field={choosing()}
          item={props.item}
          anchor={() => row}
          onClose={() => setChoosing(null)}
          onChange={(patch) => props.actions.change(props.id, patch)}
        />
      </Show>
    </li>
  );
}
