import type { CardChange } from "#domain/boards/comments-api.ts";
import type { Card } from "#domain/boards/model.ts";
import type { OpOf } from "#domain/boards/ops.ts";
import { isNote, linkedCard, Relation } from "#domain/boards/parts.ts";

/** A link as the log tells it; rows of before told the relation alone. */
interface ToldLink {
  relation: Relation;
  /** What the card keeps it under, or would. */
  other: string | null;
}

/** A link out of a value of the log; null where there was none. */
export function toldLink(value: unknown): ToldLink | null {
  const { relation = value, other = null } = (value ?? {}) as {
    relation?: unknown;
    other?: string;
  };
  const known = Relation.safeParse(relation);
  return known.success ? { relation: known.data, other } : null;
}

/** What this page knows of cards that a link may lead to. */
interface Known {
  /** Whether a card of the board is there. */
  isHere: (id: string) => boolean;
  /** Whether a card of another board keeps a link with this one. */
  isLinkedFrom: (key: string) => boolean;
  mayReadNotes: boolean;
}

/**
 * The op that gives a card back a link that a change ended, or said otherwise: this card keeps it from then on, whichever did
 * before. Null where it is linked so, and where there is nothing to link it with.
 */
export function relinking(
  card: Card,
  entry: CardChange,
  known: Known,
): (OpOf<"card.link"> & { relation: Relation }) | null {
  const change = entry.changes.find(({ field }) => field === "links");
  const was = entry.action === "card.link" && change ? toldLink(change.before) : null;
  if (!was || was.other === null || card.links[was.other] === was.relation) return null;
  const { relation, other: key } = was;
  const { card: other, ...board } = linkedCard(key);
  const op = { kind: "card.link" as const, card: card.id, other, ...board, relation };
  if (isNote(key)) return known.mayReadNotes ? op : null;
  if (board.board === undefined) return known.isHere(other) ? op : null;
  return entry.outside === null || known.isLinkedFrom(key) ? null : op;
}
