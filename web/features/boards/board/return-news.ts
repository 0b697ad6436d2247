import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useRoom } from "./room.tsx";

/** Tells whoever has the board open that somebody else put a backup in its place: cards came and went at once. */
export function useReturnNews(): void {
  const t = useTexts();
  const f = useFormat();
  const room = useRoom();
  const toasts = useToasts();
  onLive("boards", ({ type, entityId, actorId, actorName, after }) => {
    const at = after?.["backup"];
    if (type !== "board.returned" || entityId !== room.record().id || actorId === room.me()) return;
    if (typeof at !== "string") return;
    const text = t().boardBackups.returnedBy(actorName, f().moment(at));
    toasts.show({ text });
    room.say(text);
  });
}
