import type { Card } from "#domain/boards/model.ts";
import type { Op } from "#domain/boards/ops.ts";
import { isNote, linkedCard } from "#domain/boards/parts.ts";
import type { LiveBoard } from "#web/features/boards/sync/board-store.ts";
import type { Moved } from "./level.ts";

/** Cards on their way. */
interface Way {
  from: string;
  to: string;
  copies: boolean;
  cards: readonly { card: string; copy: string }[];
}

/** Cards that go together stay linked, each link said once; with those that stay, they are linked over the boards' edge. */
export function linksAmong(
  { cards, from, to: target, copies: copied }: Way,
  source: Pick<LiveBoard, "card">,
): Op[] {
  const copies = new Map(cards.map(({ card, copy }) => [card, copy]));
  return cards.flatMap(({ card, copy }) =>
    Object.entries(source.card(card)?.links ?? {}).flatMap(([other, relation]) => {
      const [to, link] = [copies.get(other), { kind: "card.link" as const, card: copy, relation }];
      if (to !== undefined) return card > other ? [] : [{ ...link, other: to }];
      if (isNote(other)) return [{ ...link, other }];
      if (copied) return [];
      const { board = from, card: linked } = linkedCard(other);
      return [{ ...link, other: linked, ...(board === target ? {} : { board }) }];
    }),
  );
}

/** The links of cards that were moved, as they were here or ended; one between two of them is said once. */
function links(
  moved: readonly Moved[],
  relationOf: (was: Card["links"][string]) => Card["links"][string] | null,
) {
  const gone = new Set(moved.map(({ card }) => card));
  return moved.flatMap(({ card, links: were }) =>
    Object.entries(were).flatMap(([key, was]): Op[] => {
      if (gone.has(key) && card > key) return [];
      const { card: other, ...board } = linkedCard(key);
      return [{ kind: "card.link", card, other, ...board, relation: relationOf(was) }];
    }),
  );
}

/** What takes cards off their board once another one has them. What they were linked with is linked with those there. */
export function leaveOps(to: string, moved: readonly Moved[]): Op[] {
  const archive = moved.map(({ card, copy }) => {
    return { kind: "card.archive" as const, card, to: { board: to, card: copy } };
  });
  return [...links(moved, () => null), ...archive];
}

/** What brings them back, linked as they were. */
export function returnOps(moved: readonly Moved[]): Op[] {
  const back = moved.map(({ card }) => ({ kind: "card.unarchive" as const, card }));
  return [...back, ...links(moved, (was) => was)];
}
