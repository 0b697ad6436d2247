import { queryOptions, useQueryClient } from "@tanstack/solid-query";
import { createMemo, createSignal } from "solid-js";
import type { OutsideCard, OutsideLink } from "#domain/boards/links-api.ts";
import type { Card } from "#domain/boards/model.ts";
import { linkedCard, outsideKey } from "#domain/boards/parts.ts";
import { api } from "#web/lib/api.ts";
import { useQuery } from "#web/lib/query.ts";

/** A link over the board's edge; `told` once the server has said what the other card is, or that there is none to see. */
export type ShownLink = OutsideLink & { told: boolean };

/** Links of a board's cards with cards of other boards. */
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
  const queries = useQueryClient();
  const read = useQuery(() => outsideLinksQuery(board()));
  const [picked, setPicked] = createSignal<ReadonlyMap<string, OutsideCard>>(new Map());
  const told = createMemo(() => {
    const byCard = new Map<string, OutsideLink[]>();
    for (const link of read.data?.items ?? []) {
      byCard.set(link.card, [...(byCard.get(link.card) ?? []), link]);
    }
    return byCard;
  });
  const boards = createMemo(() => new Set(read.data?.items.map(({ boardId }) => boardId)));
  const of = (card: Card): readonly ShownLink[] => {
    const known = told().get(card.id) ?? [];
    const own = Object.entries(card.links).flatMap(([key, relation]): ShownLink[] => {
      const { board: boardId, card: otherId } = linkedCard(key);
      if (boardId === undefined) return [];
      const same = known.find(
        (link) => link.own && link.boardId === boardId && link.otherId === otherId,
      );
      const other = same ? same.other : (picked().get(outsideKey(boardId, otherId)) ?? null);
      return [
        { card: card.id, relation, own: true, boardId, otherId, other, told: same !== undefined },
      ];
    });
    const others = known.filter((link) => !link.own).map((link) => ({ ...link, told: true }));
    return [...own, ...others];
  };
  return {
    of,
    /** Keeps what a card was called that somebody just chose, until the server tells it. */
    remember: (boardId: string, otherId: string, other: OutsideCard) =>
      setPicked((all) => new Map(all).set(outsideKey(boardId, otherId), other)),
    /** Reads them again: a board that is linked with this one has changed. */
    readAgain: () =>
      void queries.invalidateQueries({ queryKey: outsideLinksQuery(board()).queryKey }),
    /** Whether links are known to lead to a board, or to come from there. */
    lead: (other: string) => boards().has(other),
    /** What they are called that keep a card from going on. */
    blockers: (card: Card): string[] =>
      of(card).flatMap(({ relation, other }) => {
        if (relation !== "blocked_by" || !other || other.gone) return [];
        return other.category === "done" ? [] : [other.reference];
      }),
  };
}
