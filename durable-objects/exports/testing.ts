import { DatabaseSync } from "node:sqlite";
import { crc32 } from "node:zlib";
import { genesis } from "#domain/audit/chain.ts";
import { joined } from "#domain/exports/zip.ts";
import type { ArchiveSink, StoredFile } from "#worker/platform/exports/archive-store.ts";
import type { Page } from "#worker/platform/exports/stage.ts";
import { PART_BYTES, sha256Of } from "./archive-writer.ts";
import type { ExportDeps } from "./deps.ts";
import { jobStorage, type JobStorage } from "./job-storage.ts";
import { prepareJobs, type Storage } from "./job-store.ts";

const ORGANIZATION = `org_${"0".repeat(26)}`;
const BOARD = `brd_${"0".repeat(26)}`;

/** A job's storage for tests in Node: the same SQL on an in-memory SQLite. */
export function memoryJobs(): JobStorage {
  const db = new DatabaseSync(":memory:");
  const own: Storage = {
    all: <T>(sql: string, ...params: (string | number | null)[]) =>
      db.prepare(sql).all(...params) as T[],
    run: (sql, ...params) => void db.prepare(sql).run(...params),
    atomically(work) {
      db.exec("BEGIN");
      try {
        const answer = work();
        db.exec("COMMIT");
        return answer;
      } catch (error) {
        db.exec("ROLLBACK");
        throw error;
      }
    },
  };
  const storage = jobStorage(own, {
    put: (n, bytes) => void db.prepare("INSERT INTO tail (n, bytes) VALUES (?, ?)").run(n, bytes),
    all: () =>
      (db.prepare("SELECT bytes FROM tail ORDER BY n").all() as { bytes: Uint8Array }[]).map(
        ({ bytes }) => bytes,
      ),
    clear: () => db.exec("DELETE FROM tail"),
  });
  prepareJobs(storage);
  return storage;
}

/** A bucket that holds one archive, and minds that parts are of one size. */
export function memorySink(): ArchiveSink & { whole(): Uint8Array | null } {
  const parts = new Map<string, Uint8Array>();
  let whole: Uint8Array | null = null;
  let uploads = 0;
  return {
    whole: () => whole,
    begin: async () => `upload-${(uploads += 1)}`,
    async uploadPart(_upload, number, bytes) {
      const etag = `${number}:${await sha256Of(bytes.slice())}`;
      parts.set(etag, bytes.slice());
      return etag;
    },
    async complete(_upload, list) {
      const bytes = list.map(({ etag }) => parts.get(etag) ?? new Uint8Array());
      const odd = bytes.slice(0, -1).filter(({ length }) => length !== PART_BYTES);
      if (odd.length > 0) throw new Error("R2 wants parts of one size");
      whole = joined(bytes);
      return whole.length;
    },
    discard: async () => void (whole = null),
  };
}

/** Lines in pages of so many bytes, as copies are read. */
function paged(lines: readonly string[], after: number, bytes: number): Page {
  let text = "";
  let last = after;
  while (last < lines.length && (last === after || text.length < bytes)) {
    text += `${lines[last]}\n`;
    last += 1;
  }
  return { text, rows: last - after, last };
}

// Noise, which doesn't pack: the archive takes several parts.
const NOISE = noise(PART_BYTES + 1000);
const ROWS = Array.from({ length: 1500 }, (_, n) => {
  const text = Buffer.from(NOISE.subarray(n * 2200, n * 2200 + 2200)).toString("base64");
  return JSON.stringify({ id: n + 1, text });
});

/** Bytes that look like chance and are the same each time. */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let seed = 7;
  for (let at = 0; at < length; at += 1) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = seed >>> 24;
  }
  return bytes;
}

/** A small world: one table of many rows, one board, small files and a large one. `before` runs before each call out. */
export async function smallWorld(
  storage: JobStorage,
  sink: ArchiveSink,
  before: () => void = () => undefined,
): Promise<ExportDeps> {
  const board = Array.from({ length: 10 }, (_, n) => JSON.stringify({ kind: "op", version: n }));
  const contents = new Map<string, Uint8Array>([
    ["a.txt", new TextEncoder().encode("un")],
    ["b.bin", NOISE],
    ["vide", new Uint8Array()],
  ]);
  const list: StoredFile[] = [...contents].map(([path, { length: size }]) => ({
    path,
    size,
    etag: path,
    contentType: null,
  }));
  const table = { name: "clients", columns: ["id", "text"], withheld: [], rows: ROWS.length };
  const base = await genesis(() => "0".repeat(64), ORGANIZATION);
  const call = async <T>(answer: T | Promise<T>): Promise<T> => {
    before();
    return answer;
  };
  const content = ({ path }: StoredFile) => contents.get(path) ?? new Uint8Array();
  return {
    storage,
    sink: {
      begin: () => call(sink.begin()),
      uploadPart: async (...of) => {
        before();
        return sink.uploadPart(...of);
      },
      complete: async (...of) => {
        before();
        return sink.complete(...of);
      },
      discard: (upload) => sink.discard(upload),
    },
    files: {
      list: (after, limit) =>
        call(list.filter(({ path }) => after === null || path > after).slice(0, limit)),
      read: (file, offset, length) => call(content(file).subarray(offset, offset + length)),
      digest: async (file) =>
        call({ crc: crc32(content(file)), sha256: await sha256Of(content(file)) }),
    },
    boards: {
      copy: () => call({ version: 9, rows: board.length }),
      read: (_id, after, bytes) => call(paged(board, after, bytes)),
      drop: () => call(undefined),
    },
    stage: (at) =>
      call({ at, schema: ["0001.sql"], tables: [table], boards: [{ id: BOARD, projected: 9 }] }),
    unstage: () => call(undefined),
    readStaged: (_table, after, bytes) => call(paged(ROWS, after, bytes)),
    readPeople: () =>
      call({
        organization: { id: ORGANIZATION, name: "Atelier" },
        lines: { members: [], roles: [], divisions: [], invitations: [], policy: [] },
      }),
    anchors: () => call({ base, head: null, checkpoints: [] }),
    now: () => Date.UTC(2026, 10, 24),
  };
}
