import { createContext, createSignal, useContext, type JSX } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { createCarry } from "./carry.ts";
import { createDrag, type Landing } from "./drag.ts";
import { useRoom } from "./room.tsx";

/** Pointer and keyboard moves of one board. */
function createMoves() {
  const room = useRoom();
  const t = useTexts();
  const [pointer, setPointer] = createSignal<{ x: number; y: number } | null>(null);

  const drop = (card: string, landing: Landing) => {
    const group = room.selected().has(card) ? [...room.selected()] : [card];
    const column = room.live.columns().find(({ id }) => id === landing.columnId);
    const name = room.live.card(card)?.title ?? "";
    void room.move(group, landing.columnId, landing.index);
    room.say(t().boardScreen.say.dropped(name, column?.name ?? "", landing.index + 1));
  };
  const drag = createDrag({
    may: room.may.write,
    drop,
    held: (card) => room.askMove([card]),
    moved: setPointer,
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
  return { drag, carry, landing, pointer };
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
