import type { OutsideLink } from "#domain/boards/links-api.ts";
import type { Op } from "#domain/boards/ops.ts";
import { mirrored, type Relation } from "#domain/boards/parts.ts";

/** A link that a card of another board keeps with a card that moves: it is to follow it. */
export interface Tie {
  /** The board and the card that keep the link. */
  board: string;
  keeper: string;
  relation: Relation;
  card: string;
  copy: string;
}

/** The links of cards that move which cards of other boards keep, out of all over their board's edge. */
export function tiesOf(
  links: readonly OutsideLink[],
  cards: readonly { card: string; copy: string }[],
): Tie[] {
  return links.flatMap(({ card, own, boardId, otherId, relation }) => {
    const moved = cards.find((one) => one.card === card);
    if (own || !moved) return [];
    return [{ ...moved, board: boardId, keeper: otherId, relation: mirrored(relation) }];
  });
}

/** The ops that lead a link to where the card is: `away` to the one that was made on `to`, else back to the one on `from`. */
export function tieOps(tie: Tie, way: { from: string; to: string }, away: boolean): Op[] {
  const link = { kind: "card.link" as const, card: tie.keeper };
  const there = tie.board === way.to ? {} : { board: way.to };
  const [was, made] = [
    { ...link, other: tie.card, board: way.from },
    { ...link, other: tie.copy, ...there },
  ];
  const [ended, begun] = away ? [was, made] : [made, was];
  return [
    { ...ended, relation: null },
    { ...begun, relation: tie.relation },
  ];
}
