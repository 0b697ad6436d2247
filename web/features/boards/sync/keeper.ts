import type { BoardTag, Card, Column } from "#domain/boards/model.ts";
import type { Pending } from "#domain/boards/fold.ts";
import type { Note } from "./note.ts";

/** A client name with its queue. One tab at a time uses a name; it is kept as long as ops wait under it. */
export interface KeptClient {
  client: string;
  nextSeq: number;
  acked: number;
  pending: Pending[];
}

/** The confirmed board as it was last kept. */
export interface KeptBoard {
  epoch: string;
  version: number;
  columns: Column[];
  cards: Card[];
  /** Missing in what an older page kept. */
  tags?: BoardTag[];
}

/**
 * What a tab keeps of one board on the device. `claim` gives a name that no other tab uses: one that a closed
 * or crashed tab left with ops waiting, before a fresh one.
 */
export interface Keeper {
  /** False when what is kept goes with the tab. */
  durable: boolean;
  claim(): Promise<KeptClient>;
  /** A name with waiting ops that no tab uses any more; null when there is none. The one held is let go. */
  claimOrphan(): Promise<KeptClient | null>;
  board(): Promise<KeptBoard | null>;
  keepBoard(board: KeptBoard): Promise<void>;
  /** Resolves when the ops are on the device, so that a crash can't lose them. */
  put(client: string, pending: readonly Pending[]): Promise<void>;
  /** Ops that were answered need not be kept. What their answers leave to be settled is kept in the same step. */
  drop(
    client: string,
    seqs: readonly number[],
    acked: number,
    notes?: readonly Note[],
  ): Promise<void>;
  /** What this person has to settle on the board, oldest first. */
  notes(): Promise<Note[]>;
  note(note: Note): Promise<void>;
  /** The person has settled it. */
  settle(id: string): Promise<void>;
  /** Moves waiting ops under a fresh name, in one step. */
  rename(from: string, pending: readonly Pending[]): Promise<KeptClient>;
  /** Lets go of the name, for another tab. */
  release(): void;
}

/** A fresh client name. */
export function newClientName(): string {
  return `tab-${crypto.randomUUID()}`;
}

/** Numbers ops anew from 1, for a fresh name. */
export function renumbered(pending: readonly Pending[]): Pending[] {
  return pending.map((item, i) => ({ ...item, seq: i + 1 }));
}

/** Notes with new ones behind them, each once. */
export function withNotes(held: readonly Note[], more: readonly Note[]): Note[] {
  return [...new Map([...held, ...more].map((note) => [note.id, note])).values()];
}
