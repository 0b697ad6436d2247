import { createEffect, onCleanup } from "solid-js";
import type { ClientChanges, ClientView } from "#domain/clients/model.ts";
import { api } from "#web/lib/api.ts";
import { kept } from "#web/lib/kept.ts";
import { onLive } from "#web/lib/live.tsx";
import { isOnline } from "#web/lib/online.ts";
import { saveState } from "#web/lib/save-state.ts";
import { session } from "#web/lib/session.ts";
import { createEdits, type EditDeps, type Edits, type PendingEdit } from "./edits.ts";

const AGAIN_MS = 5_000;

/** The unsent changes of this person in this organization. */
function keyOf(): string {
  const me = session.me();
  return `clients.edits.${me?.person.id}.${me?.organization.id}`;
}

/**
 * Edits wired to the API, the live feed, the device's storage and the save state of the top bar: at work on every page,
 * so that what waits is sent and what is in conflict is told wherever the person is.
 */
export function createKeptEdits(deps: Pick<EditDeps, "onServer" | "onRefused">): Edits {
  const key = keyOf();
  let restored = false;
  const edits = createEdits({
    ...deps,
    send: (id: string, version: number, changes: ClientChanges): Promise<ClientView> =>
      api("patch /clients/{id}", { params: { id }, body: { version, changes }, quiet: true }),
    online: isOnline,
    now: Date.now,
    keep(list) {
      // Nothing is written before what is there has been read. A full store costs only the copy.
      if (restored) void kept.write(key, list).catch(() => undefined);
    },
  });
  const takeUp = async () => {
    const found = await kept.read(key).catch(() => undefined);
    restored = true;
    edits.restore((found ?? []) as PendingEdit[]);
    if (isOnline()) await edits.flushAll();
  };
  void takeUp();

  createEffect(() => {
    if (isOnline()) void edits.flushAll();
  });
  // A server that is away while the network is there is asked again by and by.
  const timer = setInterval(() => {
    if (isOnline() && edits.pending().size > 0) void edits.flushAll();
  }, AGAIN_MS);
  createEffect(() => {
    // All of them: what is on its way is told here and not by its requests, or a repeated one would count twice.
    saveState.reportWaiting("clients", edits.pending().size);
    const [first] = edits.conflicts().keys();
    saveState.reportConflicts("clients", edits.conflicts().size, first && `/clients/${first}`);
  });
  onLive("clients", (event) => {
    if (event.after) edits.follow(event.after as unknown as ClientView);
    else edits.forget(event.entityId);
  });
  onCleanup(() => {
    clearInterval(timer);
    // Another organization begins; what is kept here is told again on return.
    saveState.reportWaiting("clients", 0);
    saveState.reportConflicts("clients", 0);
  });
  return edits;
}
