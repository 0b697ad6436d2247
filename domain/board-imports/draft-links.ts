import { mirrored, MOST, type Relation } from "#domain/boards/parts.ts";
import type { DraftCard } from "./draft.ts";
import type { RawCard } from "./raw.ts";

/**
 * Links between the cards that are taken, each told once, by the later of its two cards: by then both are made. Beside them how many
 * of each card come to nothing, because their other card is not taken or has too many.
 */
export function draftLinks(cards: readonly RawCard[]): {
  told: DraftCard["links"][];
  lost: number[];
} {
  const place = new Map(cards.map(({ key }, i) => [key, i]));
  const told = cards.map((): Map<number, Relation> => new Map());
  const lost = cards.map(() => 0);
  const count = cards.map(() => 0);
  cards.forEach(({ links }, from) => {
    for (const { to, relation } of links) {
      const other = place.get(to);
      if (other === from) continue;
      const [late, early] = [Math.max(from, other ?? -1), Math.min(from, other ?? -1)];
      if (other !== undefined && told[late]?.has(early)) continue;
      if (other === undefined || [late, early].some((at) => (count[at] ?? 0) >= MOST.links)) {
        lost[from] = (lost[from] ?? 0) + 1;
        continue;
      }
      for (const at of [late, early]) count[at] = (count[at] ?? 0) + 1;
      told[late]?.set(early, late === from ? relation : mirrored(relation));
    }
  });
  return {
    told: told.map((links) => [...links].map(([to, relation]) => ({ to, relation }))),
    lost,
  };
}
