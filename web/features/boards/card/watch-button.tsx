import IconWatch from "~icons/lucide/bell-plus";
import IconWatching from "~icons/lucide/bell-ring";
import { type Card, watchersOf } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";

/** Whether this person is told of new comments on a card. Who looks at it now is another matter. */
export function WatchButton(props: { card: Card }) {
  const t = useTexts();
  const room = useRoom();
  const on = () => watchersOf(props.card).includes(room.me());
  return (
    <IconButton
      icon={on() ? IconWatching : IconWatch}
      label={on() ? t().cardTalk.watch.stopHint : t().cardTalk.watch.startHint}
      pressed={on()}
      onClick={() => void room.live.act({ kind: "card.watch", card: props.card.id, on: !on() })}
    />
  );
}
