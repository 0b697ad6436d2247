import type { ClientRecord, ClientView } from "#domain/clients/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { session } from "#web/lib/session.ts";
import { createLiveMarks } from "#web/ui/live-marks.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import type { ClientList } from "./client-list.ts";

/** Puts everybody's changes into the list as they are committed, and marks those of others for a moment. */
export function followClients(deps: { list: ClientList; onChanged: () => void }) {
  const { list } = deps;
  const t = useTexts();
  const toasts = useToasts();
  const marks = createLiveMarks();
  onLive("clients", (event) => {
    const mine = event.actorId === session.me()?.person.id;
    if (!event.after) {
      list.remove(event.entityId);
      return deps.onChanged();
    }
    // What a reader may do is the reader's own: it does not travel with the event.
    const can = list.find(event.entityId)?.can ?? {
      write: session.can("clients.write"),
      delete: session.can("clients.delete"),
    };
    const record: ClientView = { ...(event.after as unknown as ClientRecord), can };
    const known = list.find(record.id) !== undefined;
    list.put(record);
    if (!mine) {
      marks.mark(record.id, { id: event.actorId, name: event.actorName });
      if (event.type === "client.created" && !known && !list.find(record.id)) {
        toasts.show({ text: t().clients.liveNew(event.actorName, record.company) });
      }
    }
    deps.onChanged();
  });
  return marks;
}
