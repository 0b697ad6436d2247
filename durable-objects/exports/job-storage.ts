import { joined } from "#domain/exports/zip.ts";
import { type Job, readJob, type Storage } from "./job-store.ts";

/** Blobs of an object's SQLite hold 2 MB at most. */
const BLOCK = 1024 * 1024;

/** The storage of a job with what it keeps besides rows: the end of the archive that fills no part yet. */
export interface JobStorage extends Storage {
  tail(): Uint8Array;
  setTail(bytes: Uint8Array): void;
  parts(): { number: number; etag: string }[];
  addPart(part: { number: number; etag: string }): void;
  /** Whether this job is still the one that runs: it may have been cancelled while bytes were on their way. */
  isCurrent(job: Job): boolean;
}

/** The blobs of an object's own SQLite, or of a test's. */
export interface Blobs {
  put(n: number, bytes: Uint8Array): void;
  all(): Uint8Array[];
  clear(): void;
}

export function jobStorage(storage: Storage, blobs: Blobs): JobStorage {
  return {
    ...storage,
    tail: () => joined(blobs.all()),
    setTail(bytes) {
      blobs.clear();
      for (let at = 0; at < bytes.length; at += BLOCK)
        blobs.put(at / BLOCK, bytes.slice(at, at + BLOCK));
    },
    parts: () => storage.all("SELECT number, etag FROM uploaded ORDER BY number"),
    addPart: ({ number, etag }) =>
      storage.run("INSERT OR REPLACE INTO uploaded (number, etag) VALUES (?, ?)", number, etag),
    isCurrent: (job) => readJob(storage)?.order.id === job.order.id,
  };
}

/** The object's own SQLite. */
export function objectJobs(storage: DurableObjectStorage): JobStorage {
  const { sql } = storage;
  const own: Storage = {
    all: <T>(query: string, ...params: (string | number | null)[]) =>
      sql.exec(query, ...params).toArray() as T[],
    run: (query, ...params) => void sql.exec(query, ...params),
    atomically: (work) => storage.transactionSync(work),
  };
  return jobStorage(own, {
    put: (n, bytes) => void sql.exec("INSERT INTO tail (n, bytes) VALUES (?, ?)", n, bytes),
    all: () =>
      sql
        .exec<{ bytes: ArrayBuffer }>("SELECT bytes FROM tail ORDER BY n")
        .toArray()
        .map(({ bytes }) => new Uint8Array(bytes)),
    clear: () => void sql.exec("DELETE FROM tail"),
  });
}
