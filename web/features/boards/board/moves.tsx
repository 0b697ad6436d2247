import {
  createContext,
  createEffect,
  createMemo,
  createSignal,
  useContext,
  type JSX,
} from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { laneChange } from "#web/features/boards/lanes/deal-lanes.ts";
import { createLaneRows } from "#web/features/boards/lanes/lanes.tsx";
import { useTransfer } from "#web/features/boards/transfer/use-transfer.ts";
import { createCarry } from "./carry.ts";
import { focusCard } from "./board-keys.ts";
import { isFull } from "./full.ts";
import { createDrag } from "./drag.ts";
import type { Landing } from "./landing.ts";
import { useRoom } from "./room.tsx";

/** Pointer and keyboard moves of one board. */
function createMoves() {
  const room = useRoom();
  const t = useTexts();

  const lanes = createLaneRows();
  const transfer = useTransfer();
  const [folded, setFolded] = createSignal<ReadonlySet<string>>(new Set());
  const cards = (columnId: string, lane: string | undefined) =>
    lane === undefined ? room.cardIds(columnId) : lanes.cell(lane, columnId);

  /** What going from one row to another changes of the cards. */
  const changes = (
    group: ReadonlySet<string>,
    from: string | undefined,
    to: string | undefined,
  ) => {
    const by = lanes.by();
    if (!by || from === undefined || to === undefined) return [];
    return [...group].flatMap((id) => {
      const moved = room.live.card(id);
      return (moved && laneChange(moved, by, from, to)) ?? [];
    });
  };
  /** A limit keeps the card out of a column that it would come to. */
  const isRefused = ({ card, columnId }: Pick<Landing, "columnId"> & { card: string }) => {
    const column = room.live.columns().find(({ id }) => id === columnId);
    return (
      column !== undefined && room.live.card(card)?.columnId !== columnId && isFull(room, column)
    );
  };
  const drop = (card: string, landing: Landing, from?: string) => {
    const { columnId, lane } = landing;
    const group = new Set(room.selected().has(card) ? room.selected() : [card]);
    const shown = cards(columnId, lane);
    const name = room.live.card(card)?.title ?? "";
    const column = room.live.columns().find(({ id }) => id === columnId)?.name ?? "";
    const fields = changes(group, from, lane);
    const stays = group.size === 1 && fields.length === 0 && shown[landing.index] === card;
    const before = shown.filter((id) => id !== card).slice(0, landing.index);
    const index = before.filter((id) => !group.has(id)).length;
    if (!isRefused({ card, columnId }))
      room.say(
        lane === undefined
          ? t().boardScreen.say.dropped(name, column, index + 1)
          : t().boardViews.lanes.dropped(name, lanes.labelOf(lane), column, index + 1),
      );
    room.setFocused(card);
    if (lane !== undefined) room.setFocusLane(lane);
    if (stays) {
      focusCard(card, lane, () => room.focused() === card);
      return;
    }
    const more = lane === undefined ? {} : { among: shown, with: fields };
    const moved = room.move([...group], columnId, index, more);
    // Whoever has gone on to another card meanwhile is not brought back.
    void moved.then((reason) => {
      // A full column, for one: the card stays where it was, and is told to.
      if (reason) room.say(t().boards.refused[reason]);
      return focusCard(card, lane, () => room.focused() === card);
    });
  };
  const drag = createDrag({
    may: room.may.write,
    drop,
    dropOn: (card, board) =>
      void transfer(room.selected().has(card) ? [...room.selected()] : [card], board, {
        copies: false,
      }),
    // What is selected can be moved, changed and archived from the bar below.
    held: (card) => room.toggle(card),
  });
  const carry = createCarry({
    columns: () => room.live.columns().map(({ id }) => id),
    lanes: () => lanes.keys().filter((key) => !folded().has(key)),
    cards,
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
  const refused = createMemo(() => {
    const now = landing();
    return now !== null && isRefused(now);
  });
  // By pointer; by keyboard it is told with the place.
  createEffect(() => {
    if (refused() && drag.drag()) room.say(t().boardScreen.say.refused);
  });
  return {
    drag,
    carry,
    landing,
    /** Whether the column where it would land will not take it. */
    refused,
    /** The rows that the board is dealt into. */
    lanes,
    /** Rows that are folded up. */
    folded,
    fold: (lane: string) =>
      setFolded((all) => {
        const next = new Set(all);
        if (!next.delete(lane)) next.add(lane);
        return next;
      }),
  };
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
