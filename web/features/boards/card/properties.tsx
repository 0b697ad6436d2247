import { createMemo, createSignal, Show } from "solid-js";
import { useQuery } from "@tanstack/solid-query";
import { Priority, type Card } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { Combobox } from "#web/ui/combobox.tsx";
import { DatePicker } from "#web/ui/date/date-picker.tsx";
import { Select } from "#web/ui/select.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { clientNamesQuery } from "#web/features/boards/queries.ts";
import { TagsField } from "./tags-field.tsx";

type Set = Partial<Pick<Card, "priority" | "dueOn" | "clientId">>;

/** Column, priority, people, client, date and tags of a card. */
export function Properties(props: { card: Card }) {
  const t = useTexts();
  const room = useRoom();
  const [typed, setTyped] = createSignal("");
  const locked = () => !room.may.write();
  const set = (fields: Set) =>
    void room.live.act({ kind: "card.update", card: props.card.id, set: fields });
  const found = useQuery(() => ({
    ...clientNamesQuery(typed()),
    enabled: session.can("clients.read") && typed() !== "",
  }));
  const clients = createMemo(() => {
    if (typed() !== "") {
      const items = found.isSuccess ? found.data.items : [];
      return items.map(({ id, company }) => ({ value: id, label: company }));
    }
    const all = new Map(room.clientNames());
    const { clientId } = props.card;
    const own = room.clientName(clientId);
    if (clientId && own) all.set(clientId, own);
    return [...all].map(([value, label]) => ({ value, label }));
  });
  const people = () =>
    [...room.people().values()].map(({ id, name }) => ({ value: id, label: name }));
  const assign = (ids: readonly string[]) => {
    const old = props.card.assigneeIds;
    void room.live.act({
      kind: "card.update",
      card: props.card.id,
      set: {},
      assignees: {
        add: ids.filter((id) => !old.includes(id)),
        remove: old.filter((id) => !ids.includes(id)),
      },
    });
  };
  return (
    <div class="grid grid-cols-2 gap-x-4 gap-y-3 py-4 phone:grid-cols-1">
      <Select
        label={t().boardScreen.card.column}
        disabled={locked()}
        options={room.live.columns().map(({ id, name }) => ({ value: id, label: name }))}
        value={props.card.columnId}
        onChange={(column) => void room.move([props.card.id], column, Number.MAX_SAFE_INTEGER)}
      />
      <Select
        label={t().boardScreen.card.priority}
        disabled={locked()}
        options={Priority.options.map((value) => ({ value, label: t().boards.priorities[value] }))}
        value={props.card.priority}
        onChange={(priority) => set({ priority })}
      />
      <Combobox
        multiple
        label={t().boardScreen.card.assignees}
        placeholder={t().boardScreen.card.nobody}
        disabled={locked()}
        options={people()}
        value={props.card.assigneeIds}
        onChange={assign}
      />
      <DatePicker
        label={t().boardScreen.card.due}
        disabled={locked()}
        value={props.card.dueOn ?? undefined}
        onChange={(date) => set({ dueOn: date ?? null })}
      />
      <Show when={session.can("clients.read")}>
        <Combobox
          label={t().boardScreen.card.client}
          placeholder={t().boardScreen.card.noClient}
          disabled={locked()}
          options={clients()}
          onSearch={setTyped}
          loading={typed() !== "" && found.isPending}
          value={props.card.clientId ?? undefined}
          onChange={(id) => set({ clientId: id ?? null })}
        />
      </Show>
      <TagsField card={props.card} locked={locked()} />
    </div>
  );
}
