import type { Card } from "#domain/boards/model.ts";
import { readCard } from "./records.ts";
import type { Storage } from "./storage.ts";

/** A card, archived or not; null for one that is not there. */
export function cardThere(storage: Storage, id: string): Card | null {
  const card = readCard(storage, id);
  return card && !card.deleted ? card : null;
}

/** Ids of all files that a card names, also one that was deleted or archived: it may come back with them. */
export function heldFiles(storage: Storage): string[] {
  return storage
    .all<{ id: string }>(
      `SELECT DISTINCT json_extract(file.value, '$.id') AS id
        FROM cards, json_each(cards.body, '$.files') AS file`,
    )
    .map(({ id }) => id);
}
