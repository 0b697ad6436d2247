import { createSignal, type JSX } from "solid-js";
import { ContextMenu } from "#web/ui/context-menu.tsx";
import { useCardEntries } from "#web/features/boards/card/card-entries.tsx";
import { focusCard } from "./board-keys.ts";
import { useMoves } from "./moves.tsx";
import { useRoom } from "./room.tsx";

const cardAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>("[data-card]") : null;

/** Asks for the menu where a focused card stands. */
function ask(card: HTMLElement): void {
  const box = card.getBoundingClientRect();
  const at = { clientX: box.left + 24, clientY: box.top + 24 };
  card.dispatchEvent(new MouseEvent("contextmenu", { ...at, bubbles: true, cancelable: true }));
}

/** Nothing has taken the focus since, and no dialog that is opening wants it. */
const isFree = () =>
  document.activeElement === document.body && !document.querySelector("[role=dialog]");

/**
 * The menu of a card, or of the selected ones, on right click, Shift+F10 and the menu key. A finger that rests selects, as
 * ever; beside cards the browser's own menu stays.
 */
export function CardContextMenu(props: { children: JSX.Element }) {
  const room = useRoom();
  const moves = useMoves();
  const menu = useCardEntries(() => room.select(new Set()));
  const [card, setCard] = createSignal("");
  const cards = () => (room.selected().has(card()) ? [...room.selected()] : [card()]);
  const isWanted = (event: MouseEvent): boolean => {
    const id = cardAt(event.target)?.dataset["card"];
    const byFinger = "pointerType" in event && event.pointerType === "touch";
    if (id === undefined || byFinger || moves.drag.drag() || moves.carry.carried()) return false;
    setCard(id);
    return true;
  };
  return (
    <ContextMenu
      class="contents"
      items={menu.entries(cards())}
      isWanted={isWanted}
      onKeyDown={(event) => {
        const isKey = event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
        const target = event.target as HTMLElement;
        if (!isKey || target.dataset["card"] === undefined) return;
        event.preventDefault();
        ask(target);
      }}
      onClosed={() => focusCard(card(), room.focusLane(), isFree)}
    >
      {props.children}
      <menu.Dialogs />
    </ContextMenu>
  );
}
