import IconUndo from "~icons/lucide/undo-2";
import { Show } from "solid-js";
import type { CardChange } from "#domain/boards/comments-api.ts";
import type { Card } from "#domain/boards/model.ts";
import { outsideKey } from "#domain/boards/parts.ts";
import { isThere } from "#domain/boards/whole.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { relinking } from "./relinking.ts";

/** Links a card again as it was before a change, where it can be. `name`: with whom. */
export function Relink(props: { card: Card; entry: CardChange; name: string }) {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  const words = () => t().cardTalk.history;
  const isHere = (id: string) => {
    const other = room.live.card(id);
    return other !== undefined && isThere(other);
  };
  const op = () =>
    relinking(props.card, props.entry, {
      isHere,
      isLinkedFrom: (key) =>
        room.outside
          .of(props.card)
          .some((one) => !one.own && outsideKey(one.boardId, one.otherId) === key),
      mayReadNotes: session.can("notes.read"),
    });
  const relink = async () => {
    const again = op();
    const { outside } = props.entry;
    if (!again) return;
    const { card, other, board, relation } = again;
    const key = board === undefined ? other : outsideKey(board, other);
    const before = props.card.links[key] ?? null;
    // What it is called is known from the log: nobody waits for the server to say it again.
    if (board !== undefined && outside) room.outside.remember(board, other, outside);
    if ((await room.live.act(again)) !== null) return;
    toasts.show({
      text: words().relinked,
      holds: () => room.live.card(card)?.links[key] === relation,
      onUndo: () => void room.live.act({ ...again, relation: before }),
    });
  };
  return (
    <Show when={room.may.write() && op()}>
      <Button
        size="sm"
        kind="ghost"
        class="mt-1"
        icon={IconUndo}
        aria-label={words().relink(props.name)}
        onClick={() => void relink()}
      >
        {words().restore}
      </Button>
    </Show>
  );
}
