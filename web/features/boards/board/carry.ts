import { createSignal } from "solid-js";
import { indexAmongOthers } from "./place.ts";
import type { Landing } from "./landing.ts";

/** What carrying needs of the board: ids as they are shown. */
export interface CarryDeps {
  columns(): readonly string[];
  /** The rows from the top; none where the board is not dealt into rows. */
  lanes(): readonly string[];
  cards(columnId: string, lane: string | undefined): readonly string[];
  columnOf(card: string): string | undefined;
  drop(card: string, landing: Landing, from?: string): void;
}

/** A card carried by keyboard, and where it would land. */
export interface Carried extends Landing {
  card: string;
  /** The row that it was taken from. */
  from?: string | undefined;
}

type Step = "up" | "down" | "left" | "right";

/** How many cards other than the carried one a column shows, in a row of it. */
function others(deps: CarryDeps, at: Pick<Carried, "card" | "columnId" | "lane">): number {
  return deps.cards(at.columnId, at.lane).filter((id) => id !== at.card).length;
}

/** Carrying by keyboard: pick up, move the landing with arrows, drop or give up. Nothing changes before the drop. */
export function createCarry(deps: CarryDeps) {
  const [carried, setCarried] = createSignal<Carried | null>(null);
  return {
    carried,
    /** Picks a card up where it is. */
    lift(card: string, lane?: string): Carried | null {
      const columnId = deps.columnOf(card);
      if (!columnId) return null;
      const index = indexAmongOthers(deps.cards(columnId, lane), card);
      return setCarried(
        lane === undefined
          ? { card, columnId, index }
          : { card, columnId, index, lane, from: lane },
      );
    },
    /** Moves the landing one place; at the board's edges it stays. */
    step(way: Step): Carried | null {
      const now = carried();
      if (!now) return null;
      const columns = deps.columns();
      const at = columns.indexOf(now.columnId);
      const across = way === "left" ? -1 : way === "right" ? 1 : 0;
      const columnId = columns[at + across] ?? now.columnId;
      const down = way === "up" ? -1 : way === "down" ? 1 : 0;
      const here = others(deps, { ...now, columnId });
      const lanes = deps.lanes();
      const next = lanes[lanes.indexOf(now.lane ?? "") + down];
      // Beyond the ends of a row the next one begins.
      if (down !== 0 && next !== undefined && (down < 0 ? now.index === 0 : now.index === here)) {
        const there = { ...now, columnId, lane: next };
        return setCarried({ ...there, index: down < 0 ? others(deps, there) : 0 });
      }
      const index = Math.max(0, Math.min(now.index + down, here));
      return setCarried({ ...now, columnId, index });
    },
    /** Ends carrying; `keep` drops the card at the landing. Answers what was carried. */
    end(keep: boolean): Carried | null {
      const now = carried();
      setCarried(null);
      if (now && keep && now.from === undefined) deps.drop(now.card, now);
      else if (now && keep) deps.drop(now.card, now, now.from);
      return now;
    },
  };
}

export type Carry = ReturnType<typeof createCarry>;
