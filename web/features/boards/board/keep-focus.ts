import { createEffect, on } from "solid-js";
import { drawnCard, focusCard } from "./board-keys.ts";

const lost = () => document.activeElement === document.body;

/**
 * A card that moves is drawn anew and would lose the focus: gives it back, whoever moved the card. `changes` reads
 * whatever redraws cards.
 */
export function keepFocus(changes: () => unknown) {
  let held: string | null = null;
  createEffect(
    on(
      changes,
      () => {
        const card = held;
        if (!card) return;
        queueMicrotask(() => {
          if (!lost()) return;
          drawnCard(card)?.focus();
          focusCard(card, null, lost);
        });
      },
      { defer: true },
    ),
  );
  return {
    /** Cards were drawn anew because a column was scrolled: whoever scrolls away must not be brought back. */
    redrawn(): void {
      if (!held || document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>(`[data-card="${held}"]`)?.focus({ preventScroll: true });
    },
    onFocusIn(event: FocusEvent): void {
      held = (event.target as HTMLElement).dataset["card"] ?? null;
    },
    onFocusOut(event: FocusEvent): void {
      const left = event.target as HTMLElement;
      // A card taken out of the page has not been left by the person.
      queueMicrotask(() => {
        if (left.isConnected && document.activeElement !== left) held = null;
      });
    },
  };
}
