import type { CardSet } from "./changes.ts";
import { laneOf } from "./decide-parts.ts";
import type { Card } from "./model.ts";
import type { OpOf } from "./ops.ts";
import { inOrder } from "./parts.ts";
import { placeOf } from "./place.ts";

type Update = OpOf<"card.update">;

/**
 * What an update must say to put checklists and their lines back as they were. Places are told by neighbours as they will
 * be once those before have been put back.
 */
export function partsBack(card: Card, was: CardSet): Pick<Update, "checklists" | "items"> {
  const now = { checklists: { ...card.checklists }, items: { ...card.items } };
  const back: { [K in "checklists" | "items"]: NonNullable<Update[K]> } = {
    checklists: {},
    items: {},
  };
  for (const [id, list] of byRank(was.checklists)) {
    const stays = list && now.checklists[id]?.rank === list.rank;
    const place = list && !stays && placeOf(laneOf(inOrder(now.checklists), id), list.rank);
    back.checklists[id] = list && { name: list.name, ...place };
    if (list) now.checklists[id] = list;
  }
  for (const [id, item] of byRank(was.items)) {
    const held = now.items[id];
    const stays = item && held?.list === item.list && held.rank === item.rank;
    const beside = inOrder(now.items).filter(({ list }) => list === item?.list);
    const place = item && !stays && placeOf(laneOf(beside, id), item.rank);
    const { rank: _rank, ...fields } = item ?? { rank: "" };
    back.items[id] = item && { ...fields, ...place };
    if (item) now.items[id] = item;
  }
  return {
    ...(was.checklists ? { checklists: back.checklists } : {}),
    ...(was.items ? { items: back.items } : {}),
  };
}

function byRank<T extends { rank: string }>(parts: Record<string, T | null> | undefined) {
  const rank = (part: T | null) => part?.rank ?? "";
  return Object.entries(parts ?? {}).toSorted(([, a], [, b]) => (rank(a) < rank(b) ? -1 : 1));
}
