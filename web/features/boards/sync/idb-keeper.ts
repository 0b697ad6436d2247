import type { Pending } from "#domain/boards/fold.ts";
import { asked, NOTES, openDatabase } from "./database.ts";
import {
  type Keeper,
  type KeptBoard,
  type KeptClient,
  newClientName,
  renumbered,
  withNotes,
} from "./keeper.ts";
import type { Note } from "./note.ts";

/** A client name as stored: whose it is, for which board. */
interface ClientRow {
  client: string;
  place: string;
  nextSeq: number;
  acked: number;
}

type PendingRow = Pending & { client: string };

const clientsOf = (tx: IDBTransaction) => tx.objectStore("clients");
const pendingOf = (tx: IDBTransaction) => tx.objectStore("pending");

async function changeNotes(
  tx: IDBTransaction,
  place: string,
  change: (held: Note[]) => Note[],
): Promise<void> {
  const shelf = tx.objectStore("boards");
  const held = ((await asked(shelf.get(NOTES + place))) ?? []) as Note[];
  const now = change(held);
  if (now.length > 0) shelf.put(now, NOTES + place);
  else shelf.delete(NOTES + place);
}

/** All keys of one client in `pending`. */
const under = (client: string) => IDBKeyRange.bound([client, 0], [client, Number.MAX_SAFE_INTEGER]);

/**
 * Holds a Web Lock on a client name while the tab lives, so that two tabs never use one.
 * @returns the way to let go; null when another tab has it.
 */
function lockName(client: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(`aetheria.board/${client}`, { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(null);
        return new Promise<void>((letGo) => resolve(letGo));
      })
      .catch(reject);
  });
}

async function raise(tx: IDBTransaction, client: string, nextSeq: number, acked: number) {
  const row = (await asked(clientsOf(tx).get(client))) as ClientRow | undefined;
  if (!row) return;
  row.nextSeq = Math.max(row.nextSeq, nextSeq);
  row.acked = Math.max(row.acked, acked);
  clientsOf(tx).put(row);
}

/** Keeps a person's work on a board in IndexedDB. Fails where storage is forbidden or full. */
export async function idbKeeper(userId: string, board: string): Promise<Keeper> {
  const database = await openDatabase();
  const place = `${userId}/${board}`;
  let release: (() => void) | null = null;

  /** Runs requests in one transaction and waits for its end: from then on a crash of the tab loses nothing. */
  async function write<T>(work: (tx: IDBTransaction) => Promise<T> | T): Promise<T> {
    const tx = database.transaction(["clients", "pending", "boards"], "readwrite");
    const done = new Promise<void>((resolve, reject) => {
      tx.addEventListener("complete", () => resolve());
      tx.addEventListener("abort", () => reject(tx.error ?? new Error("IndexedDB")));
    });
    const [answer] = await Promise.all([work(tx), done]);
    return answer;
  }

  async function load(row: ClientRow): Promise<KeptClient> {
    const tx = database.transaction("pending");
    const rows = (await asked(pendingOf(tx).getAll(under(row.client)))) as PendingRow[];
    const pending = rows.map(({ seq, base, op, at }) => ({ seq, base, op, at }));
    return { client: row.client, nextSeq: row.nextSeq, acked: row.acked, pending };
  }

  /** Locks a name and lets go of the one held before. */
  async function use(client: string): Promise<boolean> {
    const letGo = await lockName(client);
    if (!letGo) return false;
    release?.();
    release = letGo;
    return true;
  }

  /** A name that nobody uses and under which ops wait. Names without ops are forgotten on the way. */
  async function orphan(): Promise<KeptClient | null> {
    const tx = database.transaction("clients");
    const rows = (await asked(clientsOf(tx).index("place").getAll(place))) as ClientRow[];
    for (const row of rows) {
      const letGo = await lockName(row.client);
      if (!letGo) continue;
      const kept = await load(row);
      if (kept.pending.length > 0) {
        release?.();
        release = letGo;
        return kept;
      }
      // Nobody waits for a name to be forgotten; until it is, no other tab takes it up.
      void write((all) => void clientsOf(all).delete(row.client))
        .catch(() => undefined)
        .finally(letGo);
    }
    return null;
  }

  async function fresh(pending: Pending[], instead?: string): Promise<KeptClient> {
    const client = newClientName();
    await use(client);
    const row: ClientRow = { client, place, nextSeq: pending.length + 1, acked: 0 };
    await write((tx) => {
      clientsOf(tx).put(row);
      for (const item of pending) pendingOf(tx).put({ ...item, client });
      if (instead === undefined) return;
      clientsOf(tx).delete(instead);
      pendingOf(tx).delete(under(instead));
    });
    return { client, nextSeq: row.nextSeq, acked: 0, pending };
  }

  return {
    durable: true,
    claim: async () => (await orphan()) ?? fresh([]),
    claimOrphan: orphan,
    async board() {
      const tx = database.transaction("boards");
      return ((await asked(tx.objectStore("boards").get(place))) as KeptBoard | undefined) ?? null;
    },
    keepBoard: (kept) => write((tx) => void tx.objectStore("boards").put(kept, place)),
    put: (client, pending) =>
      write((tx) => {
        for (const item of pending) pendingOf(tx).put({ ...item, client });
        return raise(tx, client, (pending.at(-1)?.seq ?? 0) + 1, 0);
      }),
    drop: (client, seqs, acked, notes = []) =>
      write(async (tx) => {
        for (const seq of seqs) pendingOf(tx).delete([client, seq]);
        await raise(tx, client, 0, acked);
        if (notes.length > 0) await changeNotes(tx, place, (held) => withNotes(held, notes));
      }),
    async notes() {
      const shelf = database.transaction("boards").objectStore("boards");
      return ((await asked(shelf.get(NOTES + place))) ?? []) as Note[];
    },
    note: (note) => write((tx) => changeNotes(tx, place, (held) => withNotes(held, [note]))),
    settle: (id) =>
      write((tx) => changeNotes(tx, place, (held) => held.filter((note) => note.id !== id))),
    rename: (from, pending) => fresh(renumbered(pending), from),
    release: () => release?.(),
  };
}
