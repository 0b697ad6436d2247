import type { Card } from "#domain/boards/model.ts";
import { nextInstant } from "#domain/boards/repeat.ts";
import { isThere } from "#domain/boards/whole.ts";
import type { Storage } from "./storage.ts";

/** Remembers when a card is to come again; called with each write of a card. */
export function noteRepeat(storage: Storage, card: Card): void {
  const at = card.repeat && isThere(card) ? nextInstant(card.repeat) : null;
  if (at === null) storage.run("DELETE FROM repeats WHERE card = ?", card.id);
  else storage.run("INSERT OR REPLACE INTO repeats (card, at) VALUES (?, ?)", card.id, at);
}
