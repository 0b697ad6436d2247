import IconOpen from "~icons/lucide/arrow-up-right";
import { For, Show } from "solid-js";
import { PRIORITIES, type Card } from "#domain/boards/model.ts";
import type { TableColumn } from "#domain/boards/view-config.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import type { GridColumn } from "#web/ui/grid/column.ts";
import { SelectCell } from "#web/ui/grid/select-cell.tsx";
import { TextCell } from "#web/ui/grid/text-cell.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { PriorityIcon } from "#web/ui/priority-icon.tsx";
import { Tag } from "#web/ui/tag.tsx";
import { CategoryIcon } from "#web/features/boards/board/category-icon.tsx";
import { DueDate } from "#web/features/boards/board/due-date.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { Viewers } from "#web/features/boards/card/viewers.tsx";
import { createEditors } from "./editors.tsx";

type CardColumn = GridColumn<Card> & { id: TableColumn };

/** The columns of the table of cards; each changes its field through the board's own ops. */
export function createCardColumns(onOpen: (card: string) => void): readonly CardColumn[] {
  const t = useTexts();
  const f = useFormat();
  const room = useRoom();
  const edit = createEditors();
  const columnOf = (card: Card) => room.live.columns().find(({ id }) => id === card.columnId);
  const words = () => t().boardViews.table.fields;
  const moment = (id: "createdAt" | "updatedAt"): CardColumn => ({
    id,
    label: words()[id],
    width: 128,
    sortable: true,
    cell: (card) => <span class="num text-ink-2">{f().moment(card[id])}</span>,
  });
  const canEdit = () => room.may.write();
  const all: (CardColumn | false)[] = [
    {
      id: "reference",
      label: words().reference,
      width: 88,
      fixed: true,
      sortable: true,
      cell: (card) => (
        <button
          type="button"
          tabIndex={-1}
          class="num flex items-center gap-1 rounded-1 text-ink-2 underline-offset-2 hover:underline"
          onClick={() => onOpen(card.id)}
        >
          {room.reference(card) ?? t().boardScreen.card.pending}
          <span class="sr-only">{`, ${t().boardViews.table.open(card.title)}`}</span>
          <Icon of={IconOpen} size={12} class="text-ink-3 opacity-0 group-hover/row:opacity-100" />
        </button>
      ),
    },
    {
      id: "title",
      label: words().title,
      width: 240,
      grow: true,
      fixed: true,
      sortable: true,
      canEdit,
      cell: (card) => (
        <span class="flex min-w-0 items-center gap-2">
          <span class="truncate font-medium">{card.title}</span>
          <Viewers card={card.id} mark />
        </span>
      ),
      edit: (cell) => (
        <TextCell
          edit={cell}
          value={cell.row.title}
          onSave={(title) => edit.title(cell.row, title)}
        />
      ),
    },
    {
      id: "column",
      label: words().column,
      width: 136,
      sortable: true,
      canEdit,
      cell: (card) => (
        <Show when={columnOf(card)}>
          {(column) => (
            <span class="inline-flex items-center gap-1.5">
              <CategoryIcon category={column().category} />
              {column().name}
            </span>
          )}
        </Show>
      ),
      edit: (cell) => (
        <SelectCell
          edit={cell}
          value={cell.row.columnId}
          options={room.live.columns().map(({ id, name }) => ({ value: id, label: name }))}
          onSave={(to) => void room.move([cell.row.id], to, room.cardIds(to).length)}
        />
      ),
    },
    {
      id: "priority",
      label: words().priority,
      width: 112,
      sortable: true,
      canEdit,
      cell: (card) => (
        <span class="inline-flex items-center gap-1.5">
          <PriorityIcon level={card.priority} decorative />
          {t().boards.priorities[card.priority]}
        </span>
      ),
      edit: (cell) => (
        <SelectCell
          edit={cell}
          value={cell.row.priority}
          options={PRIORITIES.toReversed().map((value) => ({
            value,
            label: t().boards.priorities[value],
          }))}
          onSave={(priority) => edit.set(cell.row, { priority })}
        />
      ),
    },
    {
      id: "assignees",
      label: words().assignees,
      width: 112,
      sortable: true,
      canEdit,
      cell: (card) => (
        <span class="inline-flex gap-0.5">
          <For each={card.assigneeIds.slice(0, 4)}>
            {(id) => (
              <Avatar
                person={room.people().get(id) ?? { id, name: "?" }}
                self={id === room.me()}
                size={20}
              />
            )}
          </For>
        </span>
      ),
      edit: edit.assignees,
    },
    session.can("clients.read") && {
      id: "client",
      label: words().client,
      width: 176,
      sortable: true,
      canEdit,
      cell: (card) => <span class="text-ink-2">{room.clientName(card.clientId)}</span>,
      edit: edit.client,
    },
    {
      id: "due",
      label: words().due,
      width: 120,
      sortable: true,
      canEdit,
      cell: (card) => (
        <Show when={card.dueOn}>
          {(date) => <DueDate date={date()} done={room.isDone(card.columnId)} />}
        </Show>
      ),
      edit: edit.due,
    },
    {
      id: "tags",
      label: words().tags,
      width: 168,
      sortable: true,
      canEdit,
      cell: (card) => (
        <span class="inline-flex gap-1">
          <For each={card.tags}>{(tag) => <Tag label={tag} color={room.tagColor(tag)} />}</For>
        </span>
      ),
      edit: edit.tags,
    },
    moment("createdAt"),
    moment("updatedAt"),
  ];
  return all.filter((column) => column !== false);
}
