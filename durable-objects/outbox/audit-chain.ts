import { genesis, sealOf, type AuditRow, type Digest, type Place } from "#domain/audit/chain.ts";
import type { Anchors } from "#domain/audit/verify.ts";

/** Rows that are read and sealed at a time. */
const BATCH = 500;
/** One hash in so many rows is kept by the object, so that a rewritten log is noticed and placed. */
const CHECKPOINT_ROWS = 1000;
/** Rows that are forgotten in one batch of the database, and batches a night. */
const FORGET_ROWS = 5000;
const FORGET_BATCHES = 40;

/** What the object remembers of the chain, outside the database that the chain protects. */
export interface ChainMemory {
  head(): Place | null;
  setHead(place: Place): void;
  /** Where the chain begins; null while nothing was forgotten. */
  base(): Place | null;
  /** Sets the base and drops the checkpoints before it. */
  setBase(place: Place): void;
  /** A base that the database may or may not have taken over when the object was interrupted. */
  pendingBase(): Place | null;
  setPendingBase(place: Place | null): void;
  checkpoints(): Place[];
  addCheckpoint(place: Place): void;
}

/** What sealing needs of the world. The object gives the real thing, tests give a small one. */
export interface ChainDeps {
  memory: ChainMemory;
  digest: Digest;
  organizationId(): string;
  rowsAfter(id: number, limit: number): Promise<AuditRow[]>;
  writeSeals(seals: readonly Place[]): Promise<void>;
  forgottenUpTo(): Promise<Place | null>;
  forgettable(before: string, limit: number): Promise<Place | null>;
  forgetUpTo(place: Place): Promise<number>;
}

/**
 * Seals every row that is not sealed yet, in order. The head moves after the seals are written: a crash between the
 * two writes the same seals again, which changes nothing. Throws what the database throws. @returns rows sealed.
 */
export async function seal(deps: ChainDeps): Promise<number> {
  const { memory } = deps;
  let place = memory.head() ?? (await baseOf(deps));
  for (let sealed = 0; ;) {
    const rows = await deps.rowsAfter(place.id, BATCH);
    const seals: Place[] = [];
    for (const row of rows) {
      const next = { id: row.id, hash: await sealOf(deps.digest, place.hash, row) };
      seals.push(next);
      const bucket = (id: number) => Math.floor(id / CHECKPOINT_ROWS);
      if (bucket(next.id) > bucket(place.id)) memory.addCheckpoint(next);
      place = next;
    }
    if (seals.length === 0) return sealed;
    await deps.writeSeals(seals);
    memory.setHead(place);
    sealed += seals.length;
    if (rows.length < BATCH) return sealed;
  }
}

/** What verification may trust, once everything is sealed. */
export async function anchorsOf(deps: ChainDeps): Promise<Anchors> {
  const { memory } = deps;
  return {
    base: await baseOf(deps),
    head: memory.head(),
    checkpoints: memory.checkpoints(),
  };
}

/**
 * Begins the chain of a restored log where it began at its origin, and seals it: the seals that came with it stay, so that a
 * log that doesn't fit them is found by the next verification. Only where nothing was sealed yet.
 */
export async function adopt(deps: ChainDeps, base: Place): Promise<void> {
  if (deps.memory.head()) return;
  deps.memory.setBase(base);
  await seal(deps);
}

/**
 * Forgets rows that are older than `before` (ISO 8601 UTC), oldest first, and goes on from the last one's hash.
 * @returns how many went.
 */
export async function forget(deps: ChainDeps, before: string): Promise<number> {
  const { memory } = deps;
  let removed = 0;
  await baseOf(deps);
  for (let batch = 0; batch < FORGET_BATCHES; batch += 1) {
    const place = await deps.forgettable(before, FORGET_ROWS);
    if (!place) break;
    memory.setPendingBase(place);
    removed += await deps.forgetUpTo(place);
    memory.setBase(place);
    memory.setPendingBase(null);
  }
  if (removed > 0) await seal(deps);
  return removed;
}

/** Where the chain begins, after settling a forgetting that was interrupted. */
async function baseOf(deps: ChainDeps): Promise<Place> {
  const { memory } = deps;
  const pending = memory.pendingBase();
  if (pending) {
    const done = (await deps.forgottenUpTo())?.id === pending.id;
    if (done) memory.setBase(pending);
    memory.setPendingBase(null);
  }
  return memory.base() ?? (await genesis(deps.digest, deps.organizationId()));
}
