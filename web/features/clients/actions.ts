import { createEffect } from "solid-js";
import type { ClientChanges, ClientFields, ClientView } from "#domain/clients/model.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import { deleteMany, restoreMany, updateMany } from "./api-calls.ts";
import type { ClientList } from "./client-list.ts";
import type { Edits } from "./edits.ts";
import { useFieldText } from "./field-text.ts";
import type { People } from "./people.ts";

/** The values that some fields have now: what undoing a change of them puts back. */
function valuesNow(client: ClientView, changes: ClientChanges): ClientChanges {
  const fields = Object.keys(changes) as (keyof ClientFields)[];
  return Object.fromEntries(fields.map((field) => [field, client[field]]));
}

/** What people do to clients. Each answers at once, says what was done, and can be taken back. */
export function createActions(deps: {
  list: ClientList;
  edits: Edits;
  people: People;
  onChanged: () => void;
}) {
  const { list, edits } = deps;
  const t = useTexts();
  const toasts = useToasts();
  const say = useProblemText();
  const fieldText = useFieldText(deps.people);
  /** The toasts that tell of changes, by client: a conflict and a refusal take them back. */
  const told = new Map<string, number[]>();
  /** The toast of the last refusal: the next one takes its place. */
  let refused: number | undefined;
  createEffect(() => {
    for (const id of [...edits.conflicts().keys(), ...edits.refusals.ids()]) {
      told.get(id)?.forEach((toast) => toasts.dismiss(toast));
      told.delete(id);
    }
  });

  function save(client: ClientView, changes: ClientChanges, quiet = false): void {
    const before = edits.shown(client);
    const undo = valuesNow(before, changes);
    void edits.save(client, changes).then(deps.onChanged);
    const [field, value] = Object.entries(changes)[0] ?? [];
    if (quiet || field === undefined) return;
    const name = t().clients.fields[field as keyof ClientFields];
    const text =
      field === "notes"
        ? t().clients.history.notesChanged
        : t().clients.changed(name, fieldText(field, value));
    const onUndo = () => save(list.find(client.id) ?? client, undo, true);
    told.set(client.id, [...(told.get(client.id) ?? []), toasts.show({ text, onUndo })]);
  }

  /** Runs a change that has no place to wait: what goes wrong is said, and the list is as the server has it. */
  async function attempt<T>(work: Promise<T>, revert: () => void): Promise<T | undefined> {
    try {
      return await work;
    } catch (error) {
      revert();
      toasts.show({ text: say(error), tone: "bad" });
      return undefined;
    } finally {
      deps.onChanged();
    }
  }

  /** Sends each client's own changes; false when it failed. */
  async function sendMany(items: Parameters<typeof updateMany>[0]): Promise<boolean> {
    const done = await attempt(updateMany(items), () => undefined);
    done?.forEach((client) => list.put(client));
    return done !== undefined;
  }

  function bringBack(clients: readonly ClientView[]): void {
    const ids = clients.map(({ id }) => id);
    for (const client of clients) list.put(client);
    void attempt(restoreMany(ids), () => ids.forEach((id) => list.remove(id))).then((back) =>
      back?.forEach((client) => list.put(client)),
    );
  }

  return {
    save,
    /** Says why what was typed in a field was not taken. The text stays there. */
    refuse(client: ClientView, field: keyof ClientFields, why: string, typed: string): void {
      edits.refusals.keep(client.id, field, { text: typed, why });
      if (refused !== undefined) toasts.dismiss(refused);
      const text = t().clients.refused(t().clients.fields[field], why);
      refused = toasts.show({ text, tone: "bad" });
    },
    /** Deletes clients; the toast brings them back. */
    remove(clients: readonly ClientView[]): void {
      const ids = clients.map(({ id }) => id);
      for (const id of ids) {
        list.remove(id);
        edits.forget(id);
      }
      const [only] = clients;
      const text =
        clients.length === 1 && only
          ? t().clients.deleted(only.company)
          : t().clients.bulk.deleted(clients.length);
      // Undo waits for the deletion, so that it finds something to bring back.
      const gone = attempt(deleteMany(ids), () => clients.forEach((client) => list.put(client)));
      toasts.show({ text, onUndo: () => void gone.then((done) => done && bringBack(clients)) });
    },
    /** Changes the same fields of several clients; the toast puts each one's own values back. */
    saveMany(clients: readonly ClientView[], changes: ClientChanges): void {
      const undo = clients.map((client) => ({
        id: client.id,
        changes: valuesNow(client, changes),
      }));
      const saved = sendMany(clients.map(({ id }) => ({ id, changes })));
      toasts.show({
        text: t().clients.bulk.changed(clients.length),
        onUndo: () => void saved.then((done) => done && sendMany(undo)),
      });
    },
    /** Creates a client and puts it in its place. Errors: those of the API. */
    async create(fields: ClientChanges & { company: string }): Promise<ClientView> {
      const { company, ...rest } = fields;
      const given = Object.entries(rest).filter(([, value]) => value !== undefined);
      const body = { company, ...Object.fromEntries(given) };
      const client = await api("post /clients", { body });
      list.put(client);
      deps.onChanged();
      return client;
    },
  };
}

export type ClientActions = ReturnType<typeof createActions>;
