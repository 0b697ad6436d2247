import type { Change } from "./changes.ts";
import type { OpOf } from "./ops.ts";
import { isNote, mirrored, MOST, outsideKey } from "./parts.ts";
import type { BoardReader } from "./reader.ts";
import { accept, holds, reject, type Verdict } from "./verdict.ts";

/**
 * Links a card with a note or with a card of another board, or ends it. Two objects can't agree in one step: the card where
 * it is said keeps it under this key, and the other side reads it out of D1.
 */
function linkOut(read: BoardReader, op: OpOf<"card.link">, key: string): Verdict {
  const card = read.card(op.card);
  if (!card) return reject("card_gone");
  if (card.deleted) return reject("card_deleted");
  if ((card.links[key] ?? null) === op.relation || !holds(card, op.only)) {
    return { outcome: "noop" };
  }
  const full = Object.keys(card.links).length >= MOST.links;
  if (op.relation && !card.links[key] && full) return reject("too_many");
  return accept(read, [{ entity: "card", id: card.id, set: { links: { [key]: op.relation } } }]);
}

/**
 * Links two cards, or ends it. Both say it, each from its side, in one step: so both always say the same. A page that
 * does not hold the other card, because it is archived, may still end the link.
 */
export function linkCards(read: BoardReader, op: OpOf<"card.link">): Verdict {
  if (isNote(op.other)) {
    const told = op.board === undefined && (op.relation ?? "relates") === "relates";
    return told ? linkOut(read, op, op.other) : reject("invalid");
  }
  if (op.board !== undefined) return linkOut(read, op, outsideKey(op.board, op.other));
  const [card, other] = [read.card(op.card), read.card(op.other)];
  const { relation } = op;
  if (!card || (!other && relation)) return reject("card_gone");
  if (card.id === op.other) return reject("invalid");
  if (card.deleted || (relation && other?.deleted)) return reject("card_deleted");
  if ((card.links[op.other] ?? null) === relation || !holds(card, op.only)) {
    return { outcome: "noop" };
  }
  const counts = [card, other].map((one) => Object.keys(one?.links ?? {}).length);
  if (relation && !card.links[op.other] && counts.some((count) => count >= MOST.links)) {
    return reject("too_many");
  }
  const back = relation && mirrored(relation);
  // The op is told under its last change: the card that it was said of.
  const changes: Change[] = [
    { entity: "card", id: card.id, set: { links: { [op.other]: relation } } },
  ];
  if (other) changes.unshift({ entity: "card", id: other.id, set: { links: { [card.id]: back } } });
  return accept(read, changes);
}
