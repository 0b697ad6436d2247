import { createSignal } from "solid-js";
import type { LiveBoard } from "#web/features/boards/sync/board-store.ts";

/** A card by its board: ids of cards are unique within their board only. */
export interface CardPlace {
  boardId: string;
  id: string;
}

/** What became of a tick: `undone` takes it back. */
export type Finished =
  | { kind: "done"; column: string; undo: () => Promise<void> }
  | { kind: "no_column" | "gone" | "unreachable" };

const nameOf = ({ boardId, id }: CardPlace) => `${boardId}/${id}`;

/**
 * Ticks cards of any board: each goes to the end of its board's first column that means done, through the board's own
 * ops. A ticked card stays ticked until its list is read anew.
 */
export function createFinisher(visit: (board: string) => Promise<LiveBoard>) {
  const [ticked, setTicked] = createSignal<ReadonlySet<string>>(new Set());
  const mark = (place: CardPlace, on: boolean) =>
    setTicked((all) => {
      const next = new Set(all);
      if (on) next.add(nameOf(place));
      else next.delete(nameOf(place));
      return next;
    });

  async function move(place: CardPlace): Promise<Finished> {
    const live = await visit(place.boardId).catch(() => null);
    if (!live) return { kind: "unreachable" };
    const card = live.card(place.id);
    if (!card || card.deleted) return { kind: "gone" };
    const column = live.columns().find(({ category }) => category === "done");
    if (!column) return { kind: "no_column" };
    const lane = live.cardIds(card.columnId);
    const at = lane.indexOf(place.id);
    const back = {
      kind: "card.move" as const,
      card: place.id,
      column: card.columnId,
      after: lane[at - 1] ?? null,
      before: lane[at + 1] ?? null,
    };
    const last = live.cardIds(column.id).findLast((id) => id !== place.id) ?? null;
    const to = { kind: "card.move" as const, card: place.id, column: column.id };
    const refused = await live.act({ ...to, after: last, before: null });
    if (refused) return { kind: "gone" };
    return {
      kind: "done",
      column: column.name,
      async undo() {
        mark(place, false);
        const again = await visit(place.boardId);
        await again.act(back);
      },
    };
  }

  return {
    isTicked: (place: CardPlace) => ticked().has(nameOf(place)),
    /** The list was read anew: what it still holds was not done, or was taken back. */
    forget: () => setTicked(new Set<string>()),
    async finish(place: CardPlace): Promise<Finished> {
      mark(place, true);
      const result = await move(place);
      if (result.kind !== "done") mark(place, false);
      return result;
    },
  };
}
