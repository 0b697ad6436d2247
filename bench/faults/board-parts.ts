import { coverColor, coverFile } from "#domain/boards/cover.ts";
import type { Card } from "#domain/boards/model.ts";
import { isKeptAlone, mirrored } from "#domain/boards/parts.ts";

/**
 * Each line of a checklist is in one of its card's lists, at a place of its own; both cards tell the same of a link; a
 * picture that a card wears is one of its files.
 */
export function expectParts(cards: ReadonlyMap<string, Card>): void {
  for (const card of cards.values()) {
    const { id, checklists, items, links } = card;
    if (card.cover !== null && !coverColor(card.cover) && !coverFile(card))
      throw new Error(`${id} wears ${card.cover}, which it does not have`);
    const lines = Object.values(items);
    const places = lines.map(({ list, rank }) => `${list} ${rank}`);
    if (new Set(places).size < places.length)
      throw new Error(`Two lines of ${id} are in one place`);
    const lost = lines.find(({ list }) => !checklists[list]);
    if (lost) throw new Error(`A line of ${id} is in ${lost.list}, which is gone`);
    for (const [other, relation] of Object.entries(links)) {
      // Of another board, or a note: this side alone keeps it.
      if (isKeptAlone(other)) continue;
      const told = cards.get(other)?.links[id];
      if (told !== mirrored(relation)) throw new Error(`${id} ${relation} ${other}: ${told}`);
    }
  }
}
