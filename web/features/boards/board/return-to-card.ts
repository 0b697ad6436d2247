import { createEffect, on } from "solid-js";
import { drawnCard, focusCard } from "./board-keys.ts";

const isFree = () => document.activeElement === document.body;

/**
 * Gives the focus to a card in the moment in which what was opened over it goes, and not a frame later: the next key is meant
 * for it, and whoever has gone on to another card by then is not brought back.
 */
export function backToCard(id: string, lane: string | null = null): void {
  const card = drawnCard(id, lane);
  if (card) card.focus();
  else focusCard(id, lane, isFree);
}

/** Gives the focus to the card whose panel has closed. `opened` is the card of the open panel. */
export function returnToCard(
  opened: () => string | undefined,
  onReturn: (card: string) => void,
): void {
  createEffect(
    on(opened, (now, before) => {
      if (now !== undefined || before === undefined) return;
      onReturn(before);
      backToCard(before);
    }),
  );
}
