import IconOpen from "~icons/lucide/arrow-up-right";
import { A } from "@solidjs/router";
import { createMemo, createSignal, Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { Icon } from "#web/ui/icon.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { clientNamesQuery } from "#web/features/boards/queries.ts";
import { Pick } from "./pick.tsx";

/** The client of a card: found by typing, one step away from its record. */
export function ClientValue(props: {
  card: Card;
  locked: boolean;
  onChange: (id: string | null) => void;
}) {
  const t = useTexts();
  const room = useRoom();
  const [typed, setTyped] = createSignal("");
  const found = useQuery(() => ({ ...clientNamesQuery(typed()), enabled: typed() !== "" }));
  const name = () => room.clientName(props.card.clientId);
  const options = createMemo(() => {
    if (typed() !== "") {
      const items = found.isSuccess ? found.data.items : [];
      return items.map(({ id, company }) => ({ value: id, label: company }));
    }
    const all = new Map(room.clientNames());
    const own = name();
    if (props.card.clientId && own) all.set(props.card.clientId, own);
    return [...all].map(([value, label]) => ({ value, label }));
  });
  return (
    <>
      <Pick
        label={t().boardScreen.card.client}
        locked={props.locked}
        options={options()}
        chosen={props.card.clientId ? [props.card.clientId] : []}
        onSearch={setTyped}
        loading={typed() !== "" && found.isPending}
        onPick={(id) => props.onChange(id === props.card.clientId ? null : id)}
        value={() => (
          <Show
            when={name()}
            fallback={<span class="text-ink-3">{t().boardScreen.card.noClient}</span>}
          >
            <span class="truncate font-medium">{name()}</span>
          </Show>
        )}
      />
      <Show when={props.card.clientId}>
        {(id) => (
          <A
            href={`/clients/${id()}`}
            aria-label={`${t().boardScreen.card.openClient} ${name() ?? ""}`}
            class="touch-target shrink-0 rounded-1 p-1 text-accent-ink hover:bg-hover"
          >
            <Icon of={IconOpen} size={14} />
          </A>
        )}
      </Show>
    </>
  );
}
