import { queryOptions } from "@tanstack/solid-query";
import { createMemo } from "solid-js";
import type { OutsideLink } from "#domain/boards/links-api.ts";
import type { Card } from "#domain/boards/model.ts";
import { linkedCard } from "#domain/boards/parts.ts";
import { api } from "#web/lib/api.ts";
import { useQuery } from "#web/lib/query.ts";

/** Links of a board's cards with cards of other boards; read anew whenever some board has changed. */
const outsideLinksQuery = (id: string) =>
  queryOptions({
    queryKey: ["tasks", "links", id],
    queryFn: ({ signal }) => api("get /boards/{id}/links", { params: { id }, signal }),
  });

/**
 * What cards of the open board are to cards of other boards. The links that a card keeps itself are known at once, also
 * without a network; what the other cards are called, and the links that they keep, comes from the server.
 */
export function createOutsideLinks(board: () => string) {
  const read = useQuery(() => outsideLinksQuery(board()));
  const told = createMemo(() => {
    const byCard = new Map<string, OutsideLink[]>();
    for (const link of read.data?.items ?? []) {
      byCard.set(link.card, [...(byCard.get(link.card) ?? []), link]);
    }
    return byCard;
  });
  const of = (card: Card): readonly OutsideLink[] => {
    const known = told().get(card.id) ?? [];
    const own = Object.entries(card.links).flatMap(([key, relation]): OutsideLink[] => {
      const { board: boardId, card: otherId } = linkedCard(key);
      if (boardId === undefined) return [];
      const same = known.find(
        (link) => link.own && link.boardId === boardId && link.otherId === otherId,
      );
      return [{ card: card.id, relation, own: true, boardId, otherId, other: same?.other ?? null }];
    });
    return [...own, ...known.filter((link) => !link.own)];
  };
  return {
    of,
    /** Whether what the other cards are called is known by now. */
    known: () => read.isSuccess,
    /** What they are called that keep a card from going on. */
    blockers: (card: Card): string[] =>
      of(card).flatMap(({ relation, other }) => {
        if (relation !== "blocked_by" || !other || other.gone) return [];
        return other.category === "done" ? [] : [other.reference];
      }),
  };
}
