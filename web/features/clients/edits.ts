import type { ClientChanges, ClientFields, ClientView } from "#domain/clients/model.ts";
import { rebase, type FieldConflict } from "#domain/clients/rebase.ts";
import { createSignal } from "solid-js";
import { ApiProblem, isPassing } from "#web/lib/api-problem.ts";
import { createRefusals } from "./refusals.ts";

/** A change that the server does not have yet, and the client on which it was made. */
export interface PendingEdit {
  base: ClientView;
  changes: ClientChanges;
  /** UTC milliseconds. */
  at: number;
  /** Whether it was made without a network. */
  offline: boolean;
  /** What the server answered when this could not be put on top: kept, so that it is not sent again. */
  conflict?: { current: ClientView; fields: FieldConflict[] };
}

/** Fields that somebody else changed to other values meanwhile. */
export interface ClientConflict extends Omit<PendingEdit, "conflict"> {
  current: ClientView;
  fields: FieldConflict[];
}

/** What edits need of the world. */
export interface EditDeps {
  send(id: string, version: number, changes: ClientChanges): Promise<ClientView>;
  /** The client as the server has it, after an answer or a conflict. */
  onServer(record: ClientView): void;
  /** The server will never take this: what was changed stands again as it was. */
  onRefused(edit: PendingEdit, error: unknown): void;
  online(): boolean;
  now(): number;
  /** Keeps what is unsent, so that it outlives the page. */
  keep(edits: readonly PendingEdit[]): void;
}

type ById<T> = ReadonlyMap<string, T>;

function without<T>(map: ById<T>, id: string): ById<T> {
  return new Map([...map].filter(([key]) => key !== id));
}

/**
 * Changes of clients on their way to the server. The page shows them at once (`shown`); each client has one
 * request under way at most; a stale change is put on top of the other person's when they touched other
 * fields, and becomes a conflict when not. Without a network changes wait, over reloads too.
 */
export function createEdits(deps: EditDeps) {
  const [pending, setPending] = createSignal<ById<PendingEdit>>(new Map());
  const [conflicts, setConflicts] = createSignal<ById<ClientConflict>>(new Map());
  const sending = new Set<string>();
  const refusals = createRefusals();

  function keep(): void {
    const unsettled = [...conflicts().values()].map((conflict) => ({
      base: conflict.base,
      changes: Object.fromEntries(conflict.fields.map(({ field, mine }) => [field, mine])),
      at: conflict.at,
      offline: conflict.offline,
      conflict: { current: conflict.current, fields: conflict.fields },
    }));
    deps.keep([...pending().values(), ...unsettled]);
  }
  function put(id: string, edit: PendingEdit | undefined): void {
    setPending((all) => (edit ? new Map(all).set(id, edit) : without(all, id)));
    keep();
  }
  function setConflict(id: string, conflict: ClientConflict | undefined): void {
    setConflicts((all) => (conflict ? new Map(all).set(id, conflict) : without(all, id)));
    keep();
  }

  /** Adds to what is unsent of a client. `base` is the client as the server last told it. */
  function add(base: ClientView, changes: ClientChanges): void {
    const before = pending().get(base.id);
    put(base.id, {
      base: before?.base ?? base,
      changes: { ...before?.changes, ...changes },
      at: deps.now(),
      offline: (before?.offline ?? false) || !deps.online(),
    });
  }

  /** What is left of a change once `sent` of it has arrived, on top of the answer. */
  function rest(id: string, sent: ClientChanges, base: ClientView): PendingEdit | undefined {
    const edit = pending().get(id);
    if (!edit) return undefined;
    const fields = Object.entries(edit.changes) as [keyof ClientFields, unknown][];
    const left = fields.filter(([field, value]) => !(field in sent && sent[field] === value));
    return left.length > 0 ? { ...edit, base, changes: Object.fromEntries(left) } : undefined;
  }

  function meet(id: string, current: ClientView): void {
    const edit = pending().get(id);
    if (!edit) return;
    const { changes, conflicts: fields } = rebase(edit.base, edit.changes, current);
    put(id, Object.keys(changes).length > 0 ? { ...edit, base: current, changes } : undefined);
    if (fields.length > 0) setConflict(id, { ...edit, current, fields });
    deps.onServer(current);
  }

  async function attempt(id: string, edit: PendingEdit): Promise<boolean> {
    try {
      const answer = await deps.send(id, edit.base.version, edit.changes);
      put(id, rest(id, edit.changes, answer));
      deps.onServer(answer);
      return true;
    } catch (error) {
      const current = error instanceof ApiProblem ? error.params["current"] : undefined;
      if (error instanceof ApiProblem && error.code === "conflict.version" && current) {
        meet(id, current as ClientView);
        return true;
      }
      if (isPassing(error)) {
        put(id, { ...(pending().get(id) ?? edit), offline: true });
        return false;
      }
      put(id, undefined);
      deps.onRefused(edit, error);
      return true;
    }
  }

  /** Sends what is unsent of a client, one request after the other, until nothing is left or the network goes. */
  async function flush(id: string): Promise<void> {
    if (sending.has(id)) return;
    sending.add(id);
    try {
      for (;;) {
        const edit = pending().get(id);
        if (!edit || !(await attempt(id, edit))) return;
      }
    } finally {
      sending.delete(id);
    }
  }

  return {
    pending,
    conflicts,
    /** What was typed and not taken. */
    refusals,
    /** Changes fields of a client: shown at once, sent in the background. */
    save(base: ClientView, changes: ClientChanges): Promise<void> {
      const conflict = conflicts().get(base.id);
      const open = conflict?.fields.filter(({ field }) => !(field in changes)) ?? [];
      if (conflict)
        setConflict(base.id, open.length > 0 ? { ...conflict, fields: open } : undefined);
      for (const field of Object.keys(changes)) refusals.drop(base.id, field as keyof ClientFields);
      add(conflict?.current ?? base, changes);
      return flush(base.id);
    },
    /** Tries everything that waits again: when the network is back. */
    flushAll: () => Promise.all([...pending().keys()].map(flush)),
    /** Takes up what an earlier page left unsent. What was in conflict waits for its choice and is not sent. */
    restore(edits: readonly PendingEdit[]): void {
      for (const { conflict, ...edit } of edits) {
        if (conflict) {
          setConflict(edit.base.id, { ...edit, ...conflict });
          continue;
        }
        const before = pending().get(edit.base.id);
        put(
          edit.base.id,
          before ? { ...edit, changes: { ...edit.changes, ...before.changes } } : edit,
        );
      }
    },
    /** The client with this person's unsent changes on top. */
    shown(record: ClientView): ClientView {
      const edit = pending().get(record.id);
      return edit ? { ...record, ...(edit.changes as Partial<ClientFields>) } : record;
    },
    /** Takes the other person's value of a field: nothing is to be sent. */
    takeTheirs(id: string, field: keyof ClientFields): void {
      const conflict = conflicts().get(id);
      const fields = conflict?.fields.filter((item) => item.field !== field) ?? [];
      setConflict(id, conflict && fields.length > 0 ? { ...conflict, fields } : undefined);
    },
    /** Somebody changed the client again while it is in conflict: the choice shows the newest value. */
    follow(current: ClientView): void {
      const conflict = conflicts().get(current.id);
      if (!conflict || conflict.current.version >= current.version) return;
      const fields = conflict.fields
        .map((item) => ({ ...item, theirs: current[item.field] }))
        .filter((item) => item.theirs !== item.mine);
      setConflict(current.id, fields.length > 0 ? { ...conflict, current, fields } : undefined);
    },
    /** Forgets a client that is gone. */
    forget(id: string): void {
      put(id, undefined);
      setConflict(id, undefined);
    },
  };
}

export type Edits = ReturnType<typeof createEdits>;
