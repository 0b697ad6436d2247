import type { LaneRows } from "#web/features/boards/lanes/lanes.tsx";
import { besideInLanes } from "#web/features/boards/lanes/beside.ts";
import type { BoardRoom } from "./room.tsx";
import type { Carry } from "./carry.ts";

/** What the keys of a board do, besides moving the focus. */
export interface KeyActions {
  open(card: string): void;
  compose(columnId: string): void;
  archive(cards: readonly string[]): void;
  remove(cards: readonly string[]): void;
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

type Way = keyof typeof ARROWS | "Home" | "End";

/** A card as the page shows it, in its row of swimlanes where one is named. */
export const drawnCard = (id: string, lane?: string | null) => {
  const all = [...document.querySelectorAll<HTMLElement>(`[data-card="${id}"]`)];
  const own = (card: HTMLElement) =>
    card.closest<HTMLElement>("[data-swimlane]")?.dataset["swimlane"] === lane;
  return (lane === undefined || lane === null ? undefined : all.find(own)) ?? all[0];
};

/**
 * Puts the focus on a card once everything is drawn: what closes first has given its focus back by then. Unless the person
 * has gone on meanwhile, which `still` tells.
 */
export function focusCard(
  id: string,
  lane?: string | null,
  still: () => boolean = () => true,
): void {
  requestAnimationFrame(() => {
    if (still()) drawnCard(id, lane)?.focus();
  });
}

/** The card next to one in a direction, as the board shows them. */
function neighbour(room: BoardRoom, id: string, way: Way): string | undefined {
  const columns = room.live.columns().map((column) => column.id);
  const columnId = room.live.card(id)?.columnId ?? "";
  const ids = room.cardIds(columnId);
  const at = ids.indexOf(id);
  if (way === "Home") return ids[0];
  if (way === "End") return ids.at(-1);
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
  { carry, lanes }: { carry: Carry; lanes: LaneRows },
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
    else if (event.key === "Tab") actions.cancel();
    return event.key !== "Tab";
  }
  if (arrow || event.key === "Home" || event.key === "End") {
    const way = arrow ?? (event.key as Way);
    const lane = lanes.by() ? room.focusLane() : null;
    const place = lane === null ? null : besideInLanes(room, lanes, { card, lane }, way);
    const next = lane === null ? neighbour(room, card, way) : place?.card;
    if (next) {
      if (event.shiftKey && room.may.write()) {
        if (!room.selected().has(card)) room.toggle(card);
        room.selectTo(next);
      }
      if (place) room.setFocusLane(place.lane);
      room.setFocused(next);
      // At once: the next key may come before the next frame, and is meant for this card.
      drawnCard(next, place?.lane)?.focus();
    }
    return true;
  }
  if (event.key === "Enter") actions.open(card);
  else if (event.key === "Escape" && room.selected().size > 0) room.select(new Set());
  else return room.may.write() && changingKey(event, card, room, actions);
  return true;
}

/** Takes cards off the board; the focus goes to the card that comes next, so that the keys go on from there. */
function leaving(
  room: BoardRoom,
  card: string,
  cards: readonly string[],
  take: (cards: readonly string[]) => void,
): void {
  const column = room.cardIds(room.live.card(card)?.columnId ?? "");
  const at = column.indexOf(card);
  const stays = (id: string) => !cards.includes(id);
  const next = column.slice(at).find(stays) ?? column.slice(0, at).findLast(stays);
  take(cards);
  if (next === undefined) return;
  room.setFocused(next);
  focusCard(next, null, () => room.focused() === next);
}

/** What these keys change of the focused card, or of the selected ones when it is among them. */
const FIELDS = { a: "assignees", d: "due", l: "tags", p: "priority" } as const;

/** Keys of a focused card that change something. */
function changingKey(
  event: KeyboardEvent,
  card: string,
  room: BoardRoom,
  actions: KeyActions,
): boolean {
  const key = event.key.toLowerCase();
  const cards = room.selected().has(card) ? [...room.selected()] : [card];
  if (key in FIELDS) {
    const field = FIELDS[key as keyof typeof FIELDS];
    room.setQuick({ field, cards, anchor: event.target as HTMLElement });
  } else if (key === " ") actions.lift(card);
  else if (key === "m") room.askMove(cards);
  else if (key === "x") room.toggle(card);
  else if (key === "e") leaving(room, card, cards, (all) => actions.archive(all));
  else if (key === "delete" || key === "backspace")
    leaving(room, card, cards, (all) => actions.remove(all));
  else if (key === "c") actions.compose(room.live.card(card)?.columnId ?? "");
  else return false;
  return true;
}
