import type { Texts } from "#domain/i18n/texts.ts";
import type { boardScreen } from "#domain/i18n/fr/board-screen.ts";
import { focusCard } from "./board-keys.ts";
import type { Carry } from "./carry.ts";
import type { BoardRoom } from "./room.tsx";

type Say = Texts<typeof boardScreen>["say"];

/** Carrying by keyboard as the board shows and tells it. */
export function carryActions(room: BoardRoom, carry: Carry, words: () => Say) {
  const columnName = (id: string) =>
    room.live.columns().find((column) => column.id === id)?.name ?? "";
  const titleOf = (id: string) => room.live.card(id)?.title ?? "";
  return {
    lift(card: string): void {
      const now = carry.lift(card);
      if (!now) return;
      const of = room.cardIds(now.columnId).length;
      room.say(words().lifted(titleOf(card), columnName(now.columnId), now.index + 1, of));
    },
    carried(): void {
      const now = carry.carried();
      if (!now) return;
      const others = room.cardIds(now.columnId).filter((id) => id !== now.card).length;
      room.say(words().carried(columnName(now.columnId), now.index + 1, others + 1));
      requestAnimationFrame(() =>
        document.querySelector("[data-slot]")?.scrollIntoView({ block: "nearest" }),
      );
    },
    drop: () => void carry.end(true),
    cancel(): void {
      const kept = carry.end(false);
      if (!kept) return;
      room.say(words().cancelled(titleOf(kept.card)));
      focusCard(kept.card);
    },
  };
}
