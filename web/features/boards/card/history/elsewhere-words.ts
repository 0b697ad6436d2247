import type { CardChange } from "#domain/boards/comments-api.ts";
import { isNote, linkedCard } from "#domain/boards/parts.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { boardListQuery } from "#web/features/boards/queries.ts";
import { toldLink } from "./relinking.ts";

/**
 * Says of a change with whom a card was linked, or from which board it came and where it went (`said`, null for other
 * changes), and what the other card of a link is called (`withWhom`).
 */
export function useElsewhereWords() {
  const t = useTexts();
  const room = useRoom();
  const boards = useQuery(() => boardListQuery());
  const words = () => t().cardTalk.history;
  const boardOf = (key: unknown): string => {
    const { board } = linkedCard(typeof key === "string" ? key : "");
    return boards.data?.items.find(({ id }) => id === board)?.title ?? "";
  };
  /** What the other card of a link is called, where this page or the log knows it. */
  const withWhom = ({ changes, outside }: CardChange): string => {
    const link = changes.find(({ field }) => field === "links");
    const key = (toldLink(link?.after) ?? toldLink(link?.before))?.other ?? null;
    if (key === null) return words().someCard;
    if (isNote(key)) return words().someNote;
    const { board, card: id } = linkedCard(key);
    if (board !== undefined) {
      return outside ? `${outside.reference} ${outside.title}` : words().someCardOf(boardOf(key));
    }
    const held = room.live.card(id);
    return held ? `${room.reference(held) ?? ""} ${held.title}`.trim() : words().someCard;
  };
  const said = (entry: CardChange): string | null => {
    const { action, changes } = entry;
    const of = (field: string) => changes.find((one) => one.field === field);
    if (action === "card.create" && of("cameFrom")?.after) {
      return words().cameFrom(boardOf(of("cameFrom")?.after));
    }
    if (action === "card.archive" && of("movedTo")?.after) {
      return words().wentTo(boardOf(of("movedTo")?.after));
    }
    if (action !== "card.link" || !of("links")) return null;
    const is = toldLink(of("links")?.after);
    if (!is) return words().unlinked(withWhom(entry));
    return words().linked(t().boards.relations[is.relation].toLowerCase(), withWhom(entry));
  };
  return { said, withWhom };
}
