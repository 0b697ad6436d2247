import { createSignal } from "solid-js";
import { indexAmongOthers } from "./place.ts";
import type { Landing } from "./landing.ts";

/** What carrying needs of the board: ids as they are shown. */
export interface CarryDeps {
  columns(): readonly string[];
  cards(columnId: string): readonly string[];
  columnOf(card: string): string | undefined;
  drop(card: string, landing: Landing): void;
}

/** A card carried by keyboard, and where it would land. */
export interface Carried extends Landing {
  card: string;
}

type Step = "up" | "down" | "left" | "right";

/** How many cards other than the carried one a column shows. */
function others(deps: CarryDeps, columnId: string, card: string): number {
  return deps.cards(columnId).filter((id) => id !== card).length;
}

/** Carrying by keyboard: pick up, move the landing with arrows, drop or give up. Nothing changes before the drop. */
export function createCarry(deps: CarryDeps) {
  const [carried, setCarried] = createSignal<Carried | null>(null);
  return {
    carried,
    /** Picks a card up where it is. */
    lift(card: string): Carried | null {
      const columnId = deps.columnOf(card);
      if (!columnId) return null;
      return setCarried({ card, columnId, index: indexAmongOthers(deps.cards(columnId), card) });
    },
    /** Moves the landing one place; at the board's edges it stays. */
    step(way: Step): Carried | null {
      const now = carried();
      if (!now) return null;
      const columns = deps.columns();
      const at = columns.indexOf(now.columnId);
      const across = way === "left" ? -1 : way === "right" ? 1 : 0;
      const columnId = columns[at + across] ?? now.columnId;
      const most = others(deps, columnId, now.card);
      const down = way === "up" ? -1 : way === "down" ? 1 : 0;
      const index = Math.max(0, Math.min(now.index + down, most));
      return setCarried({ card: now.card, columnId, index });
    },
    /** Ends carrying; `keep` drops the card at the landing. Answers what was carried. */
    end(keep: boolean): Carried | null {
      const now = carried();
      setCarried(null);
      if (now && keep) deps.drop(now.card, now);
      return now;
    },
  };
}

export type Carry = ReturnType<typeof createCarry>;
