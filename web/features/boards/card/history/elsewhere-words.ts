import type { CardChange } from "#domain/boards/comments-api.ts";
import type { Card } from "#domain/boards/model.ts";
import { isNote, linkedCard, Relation } from "#domain/boards/parts.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { boardListQuery } from "#web/features/boards/queries.ts";

/** A link as the log tells it; rows of before told the relation alone. */
interface Told {
  relation: Relation;
  other: string | null;
}

function toldLink(value: unknown): Told | null {
  const { relation = value, other = null } = (value ?? {}) as {
    relation?: unknown;
    other?: string;
  };
  const known = Relation.safeParse(relation);
  return known.success ? { relation: known.data, other } : null;
}

/** Says of a change with whom a card was linked, or from which board it came and where it went; null for other changes. */
export function useElsewhereWords(card: () => Card): (entry: CardChange) => string | null {
  const t = useTexts();
  const room = useRoom();
  const boards = useQuery(() => boardListQuery());
  const words = () => t().cardTalk.history;
  const boardOf = (key: unknown): string => {
    const { board } = linkedCard(typeof key === "string" ? key : "");
    return boards.data?.items.find(({ id }) => id === board)?.title ?? "";
  };
  /** What a card is called, where this page knows it. */
  const nameOf = (key: string | null): string => {
    if (key === null) return words().someCard;
    if (isNote(key)) return words().someNote;
    const { board, card: id } = linkedCard(key);
    if (board === undefined) {
      const held = room.live.card(id);
      return held ? `${room.reference(held) ?? ""} ${held.title}`.trim() : words().someCard;
    }
    const all = room.outside.of(card());
    const other = all.find((one) => one.boardId === board && one.otherId === id)?.other;
    return other ? `${other.reference} ${other.title}` : words().someCardOf(boardOf(key));
  };
  return ({ action, changes }) => {
    const of = (field: string) => changes.find((one) => one.field === field);
    if (action === "card.create" && of("cameFrom")?.after) {
      return words().cameFrom(boardOf(of("cameFrom")?.after));
    }
    if (action === "card.archive" && of("movedTo")?.after) {
      return words().wentTo(boardOf(of("movedTo")?.after));
    }
    const link = of("links");
    if (action !== "card.link" || !link) return null;
    const [is, was] = [toldLink(link.after), toldLink(link.before)];
    if (is)
      return words().linked(t().boards.relations[is.relation].toLowerCase(), nameOf(is.other));
    return words().unlinked(nameOf(was?.other ?? null));
  };
}
