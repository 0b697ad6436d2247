import type { Presence } from "#domain/boards/messages.ts";

/** Width of the columns together, the same for everybody whatever else stands beside them. */
export function columnsWidth(area: HTMLElement): number {
  const last = [...area.querySelectorAll<HTMLElement>("[data-column]")].at(-1);
  return last ? last.offsetLeft + last.offsetWidth : area.scrollWidth;
}

/** What the pointer's presence needs: the board's area, a way to tell it, and what is being dragged. */
export interface PointerDeps {
  area(): HTMLElement | undefined;
  tell(state: Presence | null): void;
  dragged(): string | null;
  /** The card that is open beside the board. */
  opened(): string | null;
}

/** Tells the others where this person's pointer is, in per mille of the board's columns. */
export function createPointerPresence(deps: PointerDeps) {
  let last: readonly [number, number] | null = null;
  function at(clientX: number, clientY: number): void {
    const area = deps.area();
    if (!area) return;
    last = [clientX, clientY];
    const box = area.getBoundingClientRect();
    const x = Math.round(((clientX - box.left + area.scrollLeft) / columnsWidth(area)) * 1000);
    const y = Math.round(((clientY - box.top) / Math.max(1, box.height)) * 1000);
    const dragged = deps.dragged();
    const card = dragged ?? deps.opened();
    deps.tell({ card, field: null, dragging: dragged !== null, x, y });
  }
  return {
    at,
    /** A drag began or ended under a pointer that rests: what is held is told anew from where it is. */
    held(): void {
      if (last) at(...last);
    },
    /** The pointer is elsewhere; an open card is still looked at. */
    leave(): void {
      last = null;
      const card = deps.opened();
      deps.tell(card ? { card, field: null, dragging: false, x: null, y: null } : null);
    },
  };
}
