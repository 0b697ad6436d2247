import { onCleanup } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { movedCard } from "./moved-card.ts";
import { useRoom } from "./room.tsx";

/** Takes the last step back, or does it again, and tells where that left a card. */
export function useUndo(): { undo(): Promise<void>; redo(): Promise<void> } {
  const room = useRoom();
  const t = useTexts();
  const toasts = useToasts();
  const lanes = () => new Map(room.live.columns().map(({ id }) => [id, room.cardIds(id)]));
  const step = (way: "undo" | "redo") => async () => {
    if (room.live.returned() && !room.live.undoable()[way]) {
      const text = t().boardBackups.nothing[way];
      toasts.show({ text });
      room.say(text);
      return;
    }
    const before = lanes();
    if (!(await room.live[way]())) return;
    const moved = movedCard(before, lanes());
    const words = t().boardScreen.say[way === "undo" ? "undone" : "redone"];
    if (!moved) {
      room.say(words.change);
      return;
    }
    const card = room.live.card(moved.card)?.title ?? "";
    const column = room.live.columns().find(({ id }) => id === moved.columnId)?.name ?? "";
    room.say(words.card(card, column, moved.index + 1));
  };
  return { undo: step("undo"), redo: step("redo") };
}

/** ⌘Z and ⇧⌘Z (Ctrl+Z, Ctrl+Y) for the board. In a text field they stay the field's own. */
export function onUndoKeys(undo: () => void, redo: () => void): void {
  const listen = (event: KeyboardEvent) => {
    if (!(event.metaKey || event.ctrlKey) || event.altKey || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    if (target.matches("input, textarea, [contenteditable=true]")) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) redo();
    else undo();
  };
  document.addEventListener("keydown", listen);
  onCleanup(() => document.removeEventListener("keydown", listen));
}
