import { createMemo, createSignal, For, Show } from "solid-js";
import type { Column } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { BoardCard } from "#web/features/boards/board/card.tsx";
import { useMoves } from "#web/features/boards/board/moves.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { Slot } from "#web/features/boards/board/slot.tsx";

/** Cards that a cell begins with, and how many more each time. */
const STEP = 20;

/** The cards of one row in one column, as far as they are asked for, and the slot where something would land. */
export function LaneCell(props: { lane: string; column: Column; onOpen: (card: string) => void }) {
  const t = useTexts();
  const room = useRoom();
  const moves = useMoves();
  const [most, setMost] = createSignal(STEP);
  const ids = createMemo(() => moves.lanes.cell(props.lane, props.column.id));
  const focused = () => room.focusLane() === props.lane && ids().indexOf(room.focused() ?? "");
  const shown = createMemo(() => {
    // What has the focus is drawn wherever it stands.
    const at = focused();
    return ids().slice(0, Math.max(most(), at === false ? 0 : at + 1));
  });
  const slot = createMemo(() => {
    const now = moves.landing();
    if (now?.columnId !== props.column.id || now.lane !== props.lane) return -1;
    const own = ids().indexOf(now.card);
    if (own === now.index) return -1;
    return own !== -1 && own < now.index ? now.index + 1 : now.index;
  });
  return (
    <div
      data-column={props.column.id}
      data-swimlane={props.lane}
      class="min-h-16 min-w-0 phone:snap-start rounded-3 bg-sunken p-2 dark:border dark:border-line dark:bg-canvas"
    >
      <ul aria-label={props.column.name} class="flex flex-col gap-2">
        <For each={shown()}>
          {(id, at) => (
            <>
              <Show when={slot() === at()}>
                <Slot />
              </Show>
              <li data-item={id} aria-setsize={ids().length} aria-posinset={at() + 1}>
                <BoardCard id={id} lane={props.lane} onOpen={props.onOpen} />
              </li>
            </>
          )}
        </For>
        <Show when={slot() >= shown().length}>
          <Slot />
        </Show>
      </ul>
      <Show when={ids().length > shown().length}>
        <TextButton class="mt-2 text-small" onClick={() => setMost(shown().length + STEP)}>
          {t().boardViews.lanes.more(Math.min(STEP, ids().length - shown().length))}
        </TextButton>
      </Show>
    </div>
  );
}
