import type { Texts } from "#domain/i18n/texts.ts";
import type { boardScreen } from "#domain/i18n/fr/board-screen.ts";
import type { boardViews } from "#domain/i18n/fr/board-views.ts";
import type { LaneRows } from "#web/features/boards/lanes/lanes.tsx";
import { focusCard } from "./board-keys.ts";
import type { Carry } from "./carry.ts";
import type { BoardRoom } from "./room.tsx";

type Say = Texts<typeof boardScreen>["say"];
type LaneSay = Texts<typeof boardViews>["lanes"];

/** Carrying by keyboard as the board shows and tells it. */
export function carryActions(
  room: BoardRoom,
  { carry, lanes, refused }: { carry: Carry; lanes: LaneRows; refused: () => boolean },
  words: () => Say,
  laneWords: () => LaneSay,
) {
  const cards = ({ columnId, lane }: { columnId: string; lane?: string | undefined }) =>
    lane === undefined ? room.cardIds(columnId) : lanes.cell(lane, columnId);
  const columnName = (id: string) =>
    room.live.columns().find((column) => column.id === id)?.name ?? "";
  const titleOf = (id: string) => room.live.card(id)?.title ?? "";
  return {
    lift(card: string): void {
      const now = carry.lift(card, lanes.by() ? (room.focusLane() ?? undefined) : undefined);
      if (!now) return;
      const of = cards(now).length;
      room.say(words().lifted(titleOf(card), columnName(now.columnId), now.index + 1, of));
    },
    carried(): void {
      const now = carry.carried();
      if (!now) return;
      const others = cards(now).filter((id) => id !== now.card).length;
      const column = columnName(now.columnId);
      const place =
        now.lane === undefined
          ? words().carried(column, now.index + 1, others + 1)
          : laneWords().carried(lanes.labelOf(now.lane), column, now.index + 1, others + 1);
      room.say(refused() ? `${place} ${words().refused}` : place);
      requestAnimationFrame(() =>
        document.querySelector("[data-slot]")?.scrollIntoView({ block: "nearest" }),
      );
    },
    drop: () => void carry.end(true),
    cancel(): void {
      const kept = carry.end(false);
      if (!kept) return;
      room.say(words().cancelled(titleOf(kept.card)));
      room.setFocused(kept.card);
      focusCard(kept.card, null, () => room.focused() === kept.card);
    },
  };
}
