import { BACKUP_DAYS, type BoardBackup } from "#domain/boards/backups-api.ts";
import { wholeCard, wholeColumn } from "#domain/boards/whole.ts";
import { newId } from "#domain/ids.ts";
import type { BackupAsk } from "#worker/features/boards/board-rpc.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { filesPrefix } from "#worker/platform/tenant.ts";
import { metaOf } from "./core.ts";
import { type Backup, backupOf, restoreBackup } from "./restore.ts";
import type { Storage } from "./storage.ts";

/** A month, and never more than these of one board. */
const KEPT_MS = BACKUP_DAYS * 24 * 3600 * 1000;
const KEPT_COUNT = 60;

/** The object's records of its backups, and the bucket that holds them. `now`: UTC milliseconds. */
interface Shelf {
  storage: Storage;
  files: Pick<R2Bucket, "put" | "get" | "delete">;
  tenant: TenantRef;
  now: number;
}

const ROW = "SELECT id, at, why, cards, columns FROM backups";
const count = (records: { deleted: boolean; archived: boolean }[]) =>
  records.filter(({ deleted, archived }) => !deleted && !archived).length;

function keyOf({ storage, tenant }: Shelf, id: string): string {
  return `${filesPrefix(tenant)}backups/boards/${metaOf(storage).board}/${id}.json`;
}

/** What the board can go back to, latest first. */
function listBackups(storage: Storage): BoardBackup[] {
  return storage.all<BoardBackup>(`${ROW} ORDER BY id DESC`);
}

/** Writes the board as it is to the bucket; the caller notes it. */
async function keep(shelf: Shelf, why: BoardBackup["why"]) {
  const { storage, files, now } = shelf;
  const { version } = metaOf(storage);
  const backup = backupOf(storage);
  const made: BoardBackup = {
    id: newId("bak", now),
    at: new Date(now).toISOString(),
    why,
    cards: count(backup.cards),
    columns: count(backup.columns),
  };
  await files.put(keyOf(shelf, made.id), JSON.stringify(backup));
  return { made, version };
}

function note({ storage }: Shelf, kept: Awaited<ReturnType<typeof keep>>, request: string | null) {
  const { id, at, why, cards, columns } = kept.made;
  storage.run(
    "INSERT INTO backups (id, at, why, cards, columns, version, request) VALUES (?, ?, ?, ?, ?, ?, ?)",
    id,
    at,
    why,
    cards,
    columns,
    kept.version,
    request,
  );
}

/** Drops what is older than a month, and the oldest of too many. */
async function forget(shelf: Shelf): Promise<void> {
  const { storage, files, now } = shelf;
  const oldest = new Date(now - KEPT_MS).toISOString();
  const gone = listBackups(storage).filter(({ at }, i) => at < oldest || i >= KEPT_COUNT);
  for (const { id } of gone) {
    // The bytes first: a row without them would be offered, bytes without a row would stay for good.
    await files.delete(keyOf(shelf, id));
    storage.run("DELETE FROM backups WHERE id = ?", id);
  }
}

/** What a request made when it came first. */
function madeFor(storage: Storage, request: string): BoardBackup | undefined {
  return storage.all<BoardBackup>(`${ROW} WHERE request = ?`, request)[0];
}

/** Keeps the board as it is, once for a request; by night unless nothing happened since it was last kept. */
async function make(shelf: Shelf, request: string | null): Promise<BoardBackup[]> {
  const { storage } = shelf;
  const [last] = storage.all<{ version: number }>(
    "SELECT version FROM backups ORDER BY id DESC LIMIT 1",
  );
  if (request === null && last?.version === metaOf(storage).version) {
    await forget(shelf);
    return [];
  }
  const kept = await keep(shelf, request === null ? "night" : "asked");
  note(shelf, kept, request);
  await forget(shelf);
  return [kept.made];
}

/** Puts the board back as it was, under a new epoch. What came since is deleted, and can be brought back. */
async function goBack(shelf: Shelf, id: string, request: string): Promise<BoardBackup | null> {
  const { storage, files, now } = shelf;
  const found = await files.get(keyOf(shelf, id));
  if (!found) return null;
  const { columns, cards, ...rest } = await found.json<Backup>();
  const before = await keep(shelf, "before");
  const backup = { ...rest, columns: columns.map(wholeColumn), cards: cards.map(wholeCard) };
  // No wait between the two: both are written, or neither.
  restoreBackup(storage, backup, newId("epo", now), new Date(now).toISOString());
  note(shelf, before, request);
  await forget(shelf);
  return before.made;
}

/**
 * Answers what is asked of the backups: the list, or what was kept. Run it `undisturbed`: nothing may be written between what
 * is kept of the board and what takes its place. Open sockets are the caller's to close then.
 */
export async function answerBackups(shelf: Shelf, ask: BackupAsk): Promise<BoardBackup[]> {
  if (ask.kind === "list") return listBackups(shelf.storage);
  const request = ask.kind === "night" ? null : ask.request;
  const known = request && madeFor(shelf.storage, request);
  if (ask.kind !== "return") return known ? [known] : make(shelf, request);
  const there = listBackups(shelf.storage).find(({ id }) => id === ask.backup);
  const before = known || (there && (await goBack(shelf, ask.backup, ask.request)));
  return there && before ? [before, there] : [];
}

/** Works while nothing else reaches the object. A failure is the caller's alone: thrown inside, it would restart the object. */
export async function undisturbed<T>(
  object: DurableObjectState,
  work: () => Promise<T>,
): Promise<T> {
  const done = await object.blockConcurrencyWhile(() =>
    work().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    ),
  );
  if ("error" in done) throw done.error;
  return done.value;
}
