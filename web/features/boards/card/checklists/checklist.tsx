import IconMore from "~icons/lucide/ellipsis";
import IconPencil from "~icons/lucide/pencil";
import IconPlus from "~icons/lucide/plus";
import IconTrash from "~icons/lucide/trash-2";
import { createSignal, For, Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import { ProgressRing } from "#web/ui/progress.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { NameDialog } from "#web/features/boards/board/name-dialog.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import type { ChecklistActions } from "./checklist-actions.ts";
import { CheckItem } from "./check-item.tsx";
import type { LineStep } from "./item-text.tsx";
import { LineComposer } from "./line-composer.tsx";
import type { PastedLine } from "./pasted-lines.ts";

/** Where the next line is written: above a line, or at the end. */
type Writing = { before: string | null } | null;

/** A list of a card: its name, how far it is, its lines, and where the next one is written. */
export function Checklist(props: {
  card: Card;
  id: string;
  name: string;
  others: readonly { id: string; name: string }[];
  locked: boolean;
  /** It was just made: the first line can be written at once. */
  fresh: boolean;
  actions: ChecklistActions;
}) {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  // Only at first: a list that was just made asks for its first line.
  // oxlint-disable-next-line solid/reactivity
  const [writing, setWriting] = createSignal<Writing>(props.fresh ? { before: null } : null);
  const [renaming, setRenaming] = createSignal(false);
  const [hiding, setHiding] = createSignal(false);
  let section!: HTMLElement;
  const words = () => t().boardCard.checklist;
  const all = () => props.actions.itemsOf(props.id);
  const done = () => all().filter((item) => item.done).length;
  const shown = () => (hiding() ? all().filter((item) => !item.done) : all());

  /** The line that was written last: the next one comes below it, whether it is shown yet or not. */
  let last: string | null = null;
  const write = (before: string | null) => {
    last = null;
    setWriting({ before });
  };
  const close = () => void setWriting(null);
  const nextOf = (id: string) => all()[all().findIndex((item) => item.id === id) + 1]?.id ?? null;
  const writesAbove = (id: string) => writing()?.before === id;
  const writesLast = () => {
    const before = writing()?.before;
    return before === null || (before !== undefined && !shown().some(({ id }) => id === before));
  };
  const add = (lines: PastedLine[]) => {
    const before = writing()?.before ?? null;
    const at = all().findIndex(({ id }) => id === before);
    const above = all().at(at === -1 ? -1 : at - 1)?.id ?? null;
    const after = last ?? (at === 0 ? null : above);
    last = props.actions.addItems(props.id, lines, { after, before });
    if (lines.length > 1) room.say(words().added(lines.length));
  };
  const step = (from: string, way: LineStep) => {
    const fields = [...section.querySelectorAll<HTMLElement>("[data-line]")];
    const at = fields.findIndex((field) => field.dataset["line"] === from);
    const next = fields[at + (way === "up" ? -1 : 1)];
    if (next) next.focus();
    else if (way === "down" && !props.locked) write(null);
  };
  const remove = () => {
    const { name, id } = props;
    const card = props.card.id;
    const kept = all().map(({ text, done: ticked }) => ({ text, done: ticked }));
    props.actions.removeList(props.id);
    toasts.show({
      text: words().removed(name),
      holds: () => !room.live.card(card)?.checklists[id],
      onUndo() {
        const again = props.actions.addList();
        if (name !== words().usual) void props.actions.renameList(again, name);
        if (kept.length > 0) props.actions.addItems(again, kept, { after: null, before: null });
      },
    });
  };
  const menu = (): MenuEntry[] => [
    { label: words().rename, icon: IconPencil, onSelect: () => setRenaming(true) },
    { kind: "check", label: words().hideDone, checked: hiding(), onChange: setHiding },
    { kind: "separator" },
    { label: words().remove, icon: IconTrash, danger: true, onSelect: remove },
  ];
  return (
    <section ref={section} aria-label={words().progressOf(props.name, done(), all().length)}>
      <div class="flex min-h-7 items-center gap-2 phone:min-h-11">
        <h3 class="truncate font-semibold">{props.name}</h3>
        <span class="flex shrink-0 items-center gap-1.5 text-small text-ink-3">
          <ProgressRing done={done()} total={all().length} />
          <span class="num">{words().progress(done(), all().length)}</span>
        </span>
        <span class="flex-1" />
        <Show when={!props.locked}>
          <Button
            kind="ghost"
            size="sm"
            icon={IconPlus}
            aria-label={words().addTo(props.name)}
            onClick={() => write(null)}
          >
            {words().add}
          </Button>
          <DropdownMenu
            placement="bottom-end"
            items={menu()}
            trigger={(attributes) => (
              <IconButton
                {...attributes}
                icon={IconMore}
                size="sm"
                label={words().menu(props.name)}
              />
            )}
          />
        </Show>
      </div>
      <ul class="-mx-1 px-1">
        {/* By id: the focus stays in a line that somebody else changes or moves. */}
        <For each={shown().map(({ id }) => id)}>
          {(id) => (
            <Show when={props.card.items[id]}>
              {(item) => (
                <>
                  <Show when={writesAbove(id)}>
                    <li>
                      <LineComposer label={words().addTo(props.name)} onAdd={add} onClose={close} />
                    </li>
                  </Show>
                  <CheckItem
                    id={id}
                    item={item()}
                    at={all().findIndex((one) => one.id === id)}
                    of={all().length}
                    others={props.others}
                    locked={props.locked}
                    actions={props.actions}
                    onNext={() => write(nextOf(id))}
                    onStep={(way) => step(id, way)}
                    onPaste={(lines) =>
                      props.actions.addItems(props.id, lines, { after: id, before: nextOf(id) })
                    }
                  />
                </>
              )}
            </Show>
          )}
        </For>
        <Show when={writesLast()}>
          <li>
            <LineComposer label={words().addTo(props.name)} onAdd={add} onClose={close} />
          </li>
        </Show>
      </ul>
      <Show when={hiding() && done() > 0}>
        <p class="text-small text-ink-3">{words().hidden(done())}</p>
      </Show>
      <NameDialog
        open={renaming()}
        title={words().renameTitle}
        value={props.name}
        most={100}
        onClose={() => setRenaming(false)}
        onSave={(name) => props.actions.renameList(props.id, name)}
      />
    </section>
  );
}
