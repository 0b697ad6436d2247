import type { BoardRoom } from "./room.tsx";
import type { Carry } from "./carry.ts";

/** What the keys of a board do, besides moving the focus. */
export interface KeyActions {
  open(card: string): void;
  compose(columnId: string): void;
  lift(card: string): void;
  carried(): void;
  drop(): void;
  cancel(): void;
}

const ARROWS = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
} as const;

/** Puts the focus on a card, as soon as it is drawn. */
export function focusCard(id: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus({ preventScroll: false });
  });
}

/** The card next to one in a direction, as the board shows them. */
function neighbour(room: BoardRoom, id: string, way: keyof typeof ARROWS): string | undefined {
  const columns = room.live.columns().map((column) => column.id);
  const columnId = room.live.card(id)?.columnId ?? "";
  const ids = room.cardIds(columnId);
  const at = ids.indexOf(id);
  if (way === "ArrowUp") return ids[at - 1];
  if (way === "ArrowDown") return ids[at + 1];
  const step = way === "ArrowLeft" ? -1 : 1;
  for (let next = columns.indexOf(columnId) + step; columns[next]; next += step) {
    const there = room.cardIds(columns[next] ?? "");
    if (there.length > 0) return there[Math.min(Math.max(at, 0), there.length - 1)];
  }
  return undefined;
}

/** The keys of a focused card. Answers whether the key was one of them. */
export function boardKey(
  event: KeyboardEvent,
  room: BoardRoom,
  carry: Carry,
  actions: KeyActions,
): boolean {
  const card = (event.target as HTMLElement).dataset["card"];
  if (!card || event.altKey || event.metaKey || event.ctrlKey) return false;
  const arrow = event.key in ARROWS ? (event.key as keyof typeof ARROWS) : null;
  if (carry.carried()) {
    if (arrow) {
      carry.step(ARROWS[arrow]);
      actions.carried();
    } else if (event.key === "Enter" || event.key === " ") actions.drop();
    else if (event.key === "Escape") actions.cancel();
    else return false;
    return true;
  }
  if (arrow) {
    const next = neighbour(room, card, arrow);
    if (next) {
      room.setFocused(next);
      focusCard(next);
    }
    return true;
  }
  if (event.key === "Enter") actions.open(card);
  else if (event.key === " " && room.may.write()) actions.lift(card);
  else if (event.key === "m" && room.may.write()) {
    room.askMove(room.selected().has(card) ? [...room.selected()] : [card]);
  } else if (event.key === "x" && room.may.write()) room.toggle(card);
  else if (event.key === "Escape" && room.selected().size > 0) room.select(new Set());
  else return false;
  return true;
}
