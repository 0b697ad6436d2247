import { useQueryClient } from "@tanstack/solid-query";
import { createContext, createEffect, onCleanup, useContext, type JSX } from "solid-js";
import type { NoteChanges, NoteView } from "#domain/notes/model.ts";
import { api } from "#web/lib/api.ts";
import { kept } from "#web/lib/kept.ts";
import { onLive } from "#web/lib/live.tsx";
import { isOnline } from "#web/lib/online.ts";
import { saveState } from "#web/lib/save-state.ts";
import { session } from "#web/lib/session.ts";
import { createDrafts, type Draft, type Drafts } from "./drafts.ts";
import { noteQuery } from "./queries.ts";

const AUTOSAVE_MS = 800;
const AGAIN_MS = 5_000;

/** As the device keeps it: what came out of a page's store can't be cloned. */
const plain = (draft: Draft) => JSON.parse(JSON.stringify(draft)) as Draft;

/** What pages do with notes that are being written. */
export interface NoteDrafts extends Drafts {
  /** Writes fields of a note: shown at once, kept on the device, sent when the person pauses. */
  save(note: NoteView, changes: NoteChanges): void;
}

const DraftsContext = createContext<NoteDrafts>();

type Kept = Readonly<Record<string, Draft>>;

function keptUnder(key: string) {
  const empty: Kept = {};
  return {
    read: async () => ((await kept.read(key).catch(() => undefined)) ?? empty) as Kept,
    // A full store costs only the copy.
    put(id: string, draft: Draft | undefined): void {
      const own = draft && plain(draft);
      const change = (found: unknown) => {
        const { [id]: _before, ...others } = (found ?? empty) as Kept;
        return own ? { ...others, [id]: own } : others;
      };
      void kept.update(key, change).catch(() => undefined);
    },
  };
}

/** Keeps what this person writes in notes on its way, and conflicts in sight, whatever page is open. */
export function NoteDraftsProvider(props: { children: JSX.Element }) {
  const queries = useQueryClient();
  const me = session.me();
  const store = keptUnder(`notes.drafts.${me?.person.id}.${me?.organization.id}`);
  const drafts = createDrafts({
    send: (id, version, changes) =>
      api("patch /notes/{id}", { params: { id }, body: { version, changes }, quiet: true }),
    onServer: (note) => queries.setQueryData(noteQuery(note.id).queryKey, note),
    keep: (id, draft) => store.put(id, draft),
  });
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const save: NoteDrafts["save"] = (note, changes) => {
    drafts.write(note, changes);
    clearTimeout(timers.get(note.id));
    timers.set(
      note.id,
      setTimeout(() => void drafts.flush(note.id), AUTOSAVE_MS),
    );
  };
  const takeUp = async () => {
    drafts.restore(await store.read());
    if (isOnline()) await drafts.flushAll();
  };
  void takeUp();

  createEffect(() => {
    if (isOnline()) void drafts.flushAll();
  });
  // A server that is away while the network is there is asked again by and by.
  const again = setInterval(() => {
    if (isOnline() && drafts.all().size > 0) void drafts.flushAll();
  }, AGAIN_MS);
  createEffect(() => {
    const all = [...drafts.all().values()];
    const open = all.filter(({ clash, stopped }) => clash !== undefined || stopped);
    const waits = all.filter(({ changes, stopped }) => !stopped && Object.keys(changes).length > 0);
    saveState.reportWaiting("notes", waits.length);
    saveState.reportConflicts("notes", open.length, open[0] && `/notes/${open[0].base.id}`);
  });
  onLive("notes", ({ entityId, after }) => {
    const { queryKey } = noteQuery(entityId);
    const known = queries.getQueryData(queryKey);
    const told = after as unknown as Omit<NoteView, "can"> | null;
    if (known && told && known.version < told.version) {
      const note = { ...known, ...told };
      queries.setQueryData(queryKey, note);
      drafts.follow(note);
    } else if (!told || !known) void queries.invalidateQueries({ queryKey });
    for (const kind of ["list", "named", "found"]) {
      void queries.invalidateQueries({ queryKey: ["notes", kind] });
    }
  });
  onCleanup(() => {
    clearInterval(again);
    for (const timer of timers.values()) clearTimeout(timer);
    void drafts.flushAll();
    // Another organization begins; what is kept here is told again on return.
    saveState.reportWaiting("notes", 0);
    saveState.reportConflicts("notes", 0);
  });
  return (
    <DraftsContext.Provider value={{ ...drafts, save }}>{props.children}</DraftsContext.Provider>
  );
}

/** What this person writes in notes. Error: outside of a `NoteDraftsProvider`. */
export function useNoteDrafts(): NoteDrafts {
  const drafts = useContext(DraftsContext);
  if (!drafts) throw new Error("useNoteDrafts needs a NoteDraftsProvider above");
  return drafts;
}
