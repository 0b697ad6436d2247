import {
  type Keeper,
  type KeptBoard,
  type KeptClient,
  newClientName,
  renumbered,
  withNotes,
} from "./keeper.ts";
import type { Note } from "./note.ts";

/** The device's storage of one board, in memory: for tests, and where the browser forbids storage. */
export interface Shelf {
  clients: Map<string, KeptClient>;
  used: Set<string>;
  board: KeptBoard | null;
  notes: Note[];
}

export function emptyShelf(): Shelf {
  return { clients: new Map(), used: new Set(), board: null, notes: [] };
}

/** Several keepers may share a shelf, as tabs share a device. */
export function memoryKeeper(shelf: Shelf = emptyShelf()): Keeper {
  let mine: string | null = null;
  const use = (kept: KeptClient): KeptClient => {
    if (mine !== null) shelf.used.delete(mine);
    mine = kept.client;
    shelf.used.add(mine);
    return structuredClone(kept);
  };
  const orphan = () =>
    [...shelf.clients.values()].find(
      (kept) => !shelf.used.has(kept.client) && kept.pending.length > 0,
    );
  const fresh = (pending: KeptClient["pending"] = []): KeptClient => {
    const kept = { client: newClientName(), nextSeq: pending.length + 1, acked: 0, pending };
    shelf.clients.set(kept.client, kept);
    return kept;
  };
  return {
    durable: false,
    claim: async () => use(orphan() ?? fresh()),
    async claimOrphan() {
      const left = orphan();
      return left ? use(left) : null;
    },
    board: async () => structuredClone(shelf.board),
    async keepBoard(board) {
      shelf.board = structuredClone(board);
    },
    async put(client, pending) {
      const kept = shelf.clients.get(client);
      if (!kept) throw new Error("No such client on this device");
      kept.pending.push(...structuredClone(pending));
      kept.nextSeq = Math.max(kept.nextSeq, (pending.at(-1)?.seq ?? 0) + 1);
    },
    async drop(client, seqs, acked, notes = []) {
      shelf.notes = withNotes(shelf.notes, structuredClone(notes));
      const kept = shelf.clients.get(client);
      if (!kept) return;
      kept.pending = kept.pending.filter((item) => !seqs.includes(item.seq));
      kept.acked = Math.max(kept.acked, acked);
    },
    notes: async () => structuredClone(shelf.notes),
    async note(note) {
      shelf.notes = withNotes(shelf.notes, [structuredClone(note)]);
    },
    async settle(id) {
      shelf.notes = shelf.notes.filter((note) => note.id !== id);
    },
    async rename(from, pending) {
      shelf.clients.delete(from);
      return use(fresh(structuredClone(renumbered(pending))));
    },
    release() {
      if (mine !== null) shelf.used.delete(mine);
      mine = null;
    },
  };
}
