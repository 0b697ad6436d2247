import { createContext, useContext, type JSX } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { createCarry } from "./carry.ts";
import { focusCard } from "./board-keys.ts";
import { createDrag } from "./drag.ts";
import type { Landing } from "./landing.ts";
import { useRoom } from "./room.tsx";

/** Pointer and keyboard moves of one board. */
function createMoves() {
  const room = useRoom();
  const t = useTexts();

  const drop = (card: string, landing: Landing) => {
    const group = new Set(room.selected().has(card) ? room.selected() : [card]);
    const shown = room.cardIds(landing.columnId);
    const name = room.live.card(card)?.title ?? "";
    const column = room.live.columns().find(({ id }) => id === landing.columnId)?.name ?? "";
    const stays = group.size === 1 && shown[landing.index] === card;
    const before = shown.filter((id) => id !== card).slice(0, landing.index);
    const index = before.filter((id) => !group.has(id)).length;
    room.say(t().boardScreen.say.dropped(name, column, index + 1));
    room.setFocused(card);
    if (stays) focusCard(card);
    else void room.move([...group], landing.columnId, index).then(() => focusCard(card));
  };
  const drag = createDrag({
    may: room.may.write,
    drop,
    held: (card) => room.askMove([card]),
  });
  const carry = createCarry({
    columns: () => room.live.columns().map(({ id }) => id),
    cards: room.cardIds,
    columnOf: (card) => room.live.card(card)?.columnId,
    drop,
  });
  /** Where something would land now, by pointer or by keyboard. */
  const landing = (): (Landing & { card: string }) | null => {
    const dragged = drag.drag();
    const over = drag.landing();
    if (dragged && over) return { ...over, card: dragged.card };
    return carry.carried();
  };
  return { drag, carry, landing };
}

type Moves = ReturnType<typeof createMoves>;

const MovesContext = createContext<Moves>();

/** Lets the cards and columns below be moved. */
export function MovesProvider(props: { children: JSX.Element }) {
  return <MovesContext.Provider value={createMoves()}>{props.children}</MovesContext.Provider>;
}

/** The moves of the board around. Error: outside of one. */
export function useMoves(): Moves {
  const moves = useContext(MovesContext);
  if (!moves) throw new Error("useMoves needs a MovesProvider above");
  return moves;
}
