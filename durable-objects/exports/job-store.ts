import type { Part } from "#domain/exports/manifest.ts";
import type { Progress } from "#domain/exports/model.ts";
import type { ZipEntry } from "#domain/exports/zip.ts";
import type { StoredFile } from "#worker/platform/exports/archive-store.ts";
import type { ExportOrder } from "#worker/platform/exports/rpc.ts";
import type { Staged } from "#worker/platform/exports/stage.ts";
import type { Place } from "#domain/audit/chain.ts";

/** The SQL of the object; in Node tests, an in-memory SQLite that speaks the same. */
export interface Storage {
  all<T>(sql: string, ...params: (string | number | null)[]): T[];
  run(sql: string, ...params: (string | number | null)[]): void;
  /** Everything in `work` is written, or nothing. */
  atomically<T>(work: () => T): T;
}

/** A file that is larger than a part: its hash is known, and so many bytes of it are written. */
export interface LargeFile {
  file: StoredFile;
  entry: ZipEntry;
  sha256: string;
  written: number;
}

/** Where a job stands. Everything that it needs to go on after whatever stopped it. */
export interface Job {
  order: ExportOrder;
  phase: Progress["stage"];
  /** How many of the phase's things are done, and the last row of the one under way. */
  index: number;
  after: number;
  staged: Staged | null;
  peopleAt: string | null;
  organization: { id: string; name: string } | null;
  chain: { base: Place; head: Place | null } | null;
  board: { version: number; projected: number; rows: number } | null;
  /** The last file that is done with, and the one under way. */
  lastFile: string | null;
  large: LargeFile | null;
  files: { count: number; bytes: number };
  uploadId: string | null;
  /** Bytes of the archive so far. */
  offset: number;
  done: number;
  total: number;
  /** Attempts at the step under way that failed. */
  failures: number;
}

const SCHEMA = [
  "CREATE TABLE IF NOT EXISTS job (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), body TEXT NOT NULL)",
  "CREATE TABLE IF NOT EXISTS owner (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), tenant TEXT NOT NULL)",
  `CREATE TABLE IF NOT EXISTS entries (n INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, method INTEGER NOT NULL,
    crc INTEGER NOT NULL, size INTEGER NOT NULL, packed INTEGER NOT NULL, at INTEGER NOT NULL)`,
  "CREATE TABLE IF NOT EXISTS uploaded (number INTEGER PRIMARY KEY, etag TEXT NOT NULL)",
  "CREATE TABLE IF NOT EXISTS tail (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL)",
  `CREATE TABLE IF NOT EXISTS sections (n INTEGER PRIMARY KEY, section TEXT NOT NULL, part TEXT NOT NULL)`,
  "CREATE TABLE IF NOT EXISTS board_facts (id TEXT PRIMARY KEY, version INTEGER NOT NULL, projected INTEGER NOT NULL)",
  "CREATE TABLE IF NOT EXISTS file_lines (n INTEGER PRIMARY KEY, line TEXT NOT NULL)",
];
const OF_A_JOB = ["job", "entries", "uploaded", "tail", "sections", "board_facts", "file_lines"];

/** Creates what is missing. Safe on every start. */
export function prepareJobs(storage: Storage): void {
  for (const statement of SCHEMA) storage.run(statement);
}

export function readJob(storage: Storage): Job | null {
  const row = storage.all<{ body: string }>("SELECT body FROM job")[0];
  return row ? (JSON.parse(row.body) as Job) : null;
}

export function writeJob(storage: Storage, job: Job): void {
  storage.run("INSERT OR REPLACE INTO job (only_row, body) VALUES (1, ?)", JSON.stringify(job));
}

/** Forgets a job and all that belongs to it. */
export function forgetJob(storage: Storage): void {
  storage.atomically(() => {
    for (const table of OF_A_JOB) storage.run(`DELETE FROM ${table}`);
  });
}

/** Notes a part of a section, such as `tables/clients`. */
export function addPart(storage: Storage, section: string, part: Part): void {
  storage.run("INSERT INTO sections (section, part) VALUES (?, ?)", section, JSON.stringify(part));
}

/** The parts of a section, in the order in which they were written. */
export function partsOf(storage: Storage, section: string): Part[] {
  return storage
    .all<{ part: string }>("SELECT part FROM sections WHERE section = ? ORDER BY n", section)
    .map((row) => JSON.parse(row.part) as Part);
}

export function addEntry(storage: Storage, { offset, ...entry }: ZipEntry): void {
  const { name, method, crc, size, packed } = entry;
  const sql = "INSERT INTO entries (name, method, crc, size, packed, at) VALUES (?, ?, ?, ?, ?, ?)";
  storage.run(sql, name, method, crc, size, packed, offset);
}

export function readEntries(storage: Storage): ZipEntry[] {
  const sql = "SELECT name, method, crc, size, packed, at AS offset FROM entries ORDER BY n";
  return storage.all<ZipEntry>(sql);
}

/** A job that has done nothing yet. */
export function newJob(order: ExportOrder): Job {
  return {
    order,
    phase: "preparing",
    index: 0,
    after: 0,
    staged: null,
    peopleAt: null,
    organization: null,
    chain: null,
    board: null,
    lastFile: null,
    large: null,
    files: { count: 0, bytes: 0 },
    uploadId: null,
    offset: 0,
    done: 0,
    total: 0,
    failures: 0,
  };
}

/** How far a job is. */
export function progressOf({ phase, done, total }: Job): Progress {
  return { stage: phase, done: Math.min(done, total), total };
}
