import { createEffect, on } from "solid-js";
import { drawnCard, focusCard } from "./board-keys.ts";

const isFree = () => document.activeElement === document.body;

/**
 * Gives the focus to the card whose panel has closed, in the moment in which the panel goes and not a frame later: whoever
 * has gone on to another card by then is not brought back. `opened` is the card of the open panel.
 */
export function returnToCard(
  opened: () => string | undefined,
  onReturn: (card: string) => void,
): void {
  createEffect(
    on(opened, (now, before) => {
      if (now !== undefined || before === undefined) return;
      onReturn(before);
      const card = drawnCard(before);
      if (card) card.focus();
      else focusCard(before, null, isFree);
    }),
  );
}
