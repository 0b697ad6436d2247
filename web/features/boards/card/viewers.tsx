import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { AvatarStack } from "#web/ui/avatar.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";

/** Who else has this card open now. */
export function Viewers(props: { card: string }) {
  const t = useTexts();
  const room = useRoom();
  const people = () => {
    const here = room.live
      .peers()
      .filter(({ state }) => state?.card === props.card && !state.dragging)
      .filter(({ userId }) => userId !== room.me());
    const names = new Map(here.map(({ userId, name }) => [userId, name]));
    return [...names].map(([id, name]) => ({ id, name }));
  };
  return (
    <Show when={people().length > 0}>
      <span class="mr-1 flex items-center gap-2 text-small text-ink-2">
        <AvatarStack people={people()} />
        <span class="phone:hidden">{t().cardTalk.viewing(people().length)}</span>
      </span>
    </Show>
  );
}
