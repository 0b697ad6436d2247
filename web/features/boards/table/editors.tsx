import { createMemo, createSignal } from "solid-js";
import { type Card, TAG_MOST } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import type { CellEdit } from "#web/ui/grid/column.ts";
import { DateCell } from "#web/ui/grid/date-cell.tsx";
import { Tag } from "#web/ui/tag.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { useTitles } from "#web/features/boards/board/titles.ts";
import { useTooLong } from "#web/features/boards/board/too-long.ts";
import { clientNamesQuery } from "#web/features/boards/queries.ts";
import { ComboCell } from "./combo-cell.tsx";

type Fields = { [K in "title" | "description" | "priority" | "dueOn" | "clientId"]?: Card[K] };

/** What the table's cells change, each as one op of the board. */
export function createEditors() {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  const take = useTitles();
  const tooLong = useTooLong();
  const set = (card: Card, fields: Fields) =>
    void room.live.act({ kind: "card.update", card: card.id, set: fields });
  const toggle = (card: Card, list: "tags" | "assignees", value: string) => {
    const held = list === "tags" ? card.tags : card.assigneeIds;
    const change = held.includes(value)
      ? { add: [], remove: [value] }
      : { add: [value], remove: [] };
    void room.live.act({ kind: "card.update", card: card.id, set: {}, [list]: change });
  };
  return {
    set,
    title(card: Card, typed: string) {
      if (typed.trim() === "") return;
      const fields = take(typed, card.description);
      if (fields && fields.title !== card.title) set(card, fields);
    },
    assignees: (cell: CellEdit<Card>) => (
      <ComboCell
        edit={cell}
        options={[...room.people().values()].map(({ id, name }) => ({
          value: id,
          label: name,
          mark: () => <Avatar person={{ id, name }} self={id === room.me()} size={20} decorative />,
        }))}
        chosen={cell.row.assigneeIds}
        onToggle={(id) => toggle(cell.row, "assignees", id)}
      />
    ),
    tags: (cell: CellEdit<Card>) => (
      <ComboCell
        edit={cell}
        options={room.tags().map((tag) => ({
          value: tag,
          label: tag,
          mark: () => <Tag label="" color={room.tagColor(tag)} class="w-4.5 px-1!" />,
        }))}
        chosen={cell.row.tags}
        onToggle={(tag) => toggle(cell.row, "tags", tag)}
        onCreate={(tag) => toggle(cell.row, "tags", tag)}
        refuse={(text) => tooLong(text, TAG_MOST)}
      />
    ),
    client: (cell: CellEdit<Card>) => (
      <ClientCell edit={cell} onSave={(clientId) => set(cell.row, { clientId })} />
    ),
    due: (cell: CellEdit<Card>) => (
      <DateCell
        edit={cell}
        value={cell.row.dueOn}
        onSave={(dueOn) => set(cell.row, { dueOn })}
        onRefuse={(typed) => toasts.show({ text: t().boardViews.table.noDate(typed), tone: "bad" })}
      />
    ),
  };
}

/** The client of a card, found by typing; the one that it has is taken away by choosing it again. */
function ClientCell(props: { edit: CellEdit<Card>; onSave: (clientId: string | null) => void }) {
  const room = useRoom();
  const [typed, setTyped] = createSignal("");
  const found = useQuery(() => ({ ...clientNamesQuery(typed()), enabled: typed() !== "" }));
  const options = createMemo(() => {
    const items = found.isSuccess ? found.data.items : [];
    if (typed() !== "") return items.map(({ id, company }) => ({ value: id, label: company }));
    return [...room.clientNames()].map(([value, label]) => ({ value, label }));
  });
  return (
    <ComboCell
      single
      edit={props.edit}
      options={options()}
      chosen={props.edit.row.clientId ? [props.edit.row.clientId] : []}
      onSearch={setTyped}
      loading={typed() !== "" && found.isPending}
      onToggle={(id) => props.onSave(id === props.edit.row.clientId ? null : id)}
    />
  );
}
