import IconCheck from "~icons/lucide/list-checks";
import { createSignal, For, Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { inOrder } from "#domain/boards/parts.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { checklistActions } from "./checklist-actions.ts";
import { Checklist } from "./checklist.tsx";

/** The checklists of a card, one below the other. */
export function Checklists(props: { card: Card }) {
  const t = useTexts();
  const room = useRoom();
  // Asked as events come, not while drawing.
  // oxlint-disable-next-line solid/reactivity
  const actions = checklistActions(room, () => props.card.id);
  const [fresh, setFresh] = createSignal<string | null>(null);
  const locked = () => !room.may.write();
  const lists = () =>
    inOrder(props.card.checklists).map(({ id, name }) => {
      return { id, name: name || t().boardCard.checklist.usual };
    });
  return (
    <Show when={lists().length > 0 || !locked()}>
      <div class="flex flex-col gap-3 py-2">
        <For each={lists().map(({ id }) => id)}>
          {(id) => (
            <Checklist
              card={props.card}
              id={id}
              name={lists().find((list) => list.id === id)?.name ?? ""}
              others={lists().filter((list) => list.id !== id)}
              locked={locked()}
              fresh={fresh() === id}
              actions={actions}
            />
          )}
        </For>
        <Show when={!locked()}>
          <Button
            kind="ghost"
            size="sm"
            icon={IconCheck}
            class="-ml-2 self-start"
            onClick={() => setFresh(actions.addList())}
          >
            {t().boardCard.checklist.addList}
          </Button>
        </Show>
      </div>
    </Show>
  );
}
