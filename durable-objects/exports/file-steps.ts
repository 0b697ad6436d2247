import type { FileLine } from "#domain/exports/manifest.ts";
import { localHeader, type ZipEntry } from "#domain/exports/zip.ts";
import type { StoredFile } from "#worker/platform/exports/archive-store.ts";
import { add, pack, PART_BYTES, sha256Of, type PackedEntry } from "./archive-writer.ts";
import type { ExportDeps } from "./deps.ts";
import { addEntry, type Job, writeJob } from "./job-store.ts";
import type { JobStorage } from "./job-storage.ts";

/** Files that are looked at in one step; bytes bound it as well. */
const FILES = 20;

/** `files/000012-plan.pdf`: numbered, so that no name of ours can be chosen by who named the file. */
function entryName(number: number, path: string): string {
  const base = path.split("/").at(-1) ?? "";
  const plain = base
    .normalize("NFD")
    .replaceAll(/[^A-Za-z0-9._-]+/g, "-")
    .slice(-80);
  return `files/${String(number).padStart(6, "0")}-${plain || "file"}`;
}

function note(storage: JobStorage, line: FileLine): void {
  storage.run("INSERT INTO file_lines (line) VALUES (?)", `${JSON.stringify(line)}\n`);
}

function lineOf(file: StoredFile, entry: string, sha256: string): FileLine {
  const { path, size, contentType } = file;
  return { path, entry, size, sha256, contentType };
}

/** Writes the next files, or the next piece of a large one. A file that goes or changes meanwhile is taken as it then is. */
export async function writeFiles(deps: ExportDeps, job: Job): Promise<void> {
  if (job.large) return writePiece(deps, job, job.large);
  const { storage, files, sink } = deps;
  const listed = await files.list(job.lastFile, FILES);
  const [first] = listed;
  if (!first) {
    if (storage.isCurrent(job)) writeJob(storage, { ...job, phase: "closing", index: 0, after: 0 });
    return;
  }
  if (first.size > PART_BYTES) return beginLarge(deps, job, first);
  const entries: PackedEntry[] = [];
  const lines: FileLine[] = [];
  let bytes = 0;
  let lastFile = job.lastFile;
  for (const file of listed) {
    if (bytes + file.size > PART_BYTES) break;
    const content = await files.read(file, 0, file.size);
    // Changed since it was listed: the next step lists it again. Gone: the list no longer holds it.
    if (!content) break;
    const name = entryName(job.files.count + lines.length + 1, file.path);
    entries.push(await pack(name, content, deps.now()));
    lines.push(lineOf(file, name, await sha256Of(content)));
    bytes += content.length;
    lastFile = file.path;
  }
  const counted = { count: job.files.count + lines.length, bytes: job.files.bytes + bytes };
  const done = { done: job.done + lines.length, total: job.total + lines.length };
  const next = { ...job, ...done, lastFile, files: counted };
  const also = () => {
    for (const line of lines) note(storage, line);
  };
  await add(storage, sink, job, { entries, also, next });
}

/** Reads a large file once for its hash, so that its header can stand before its bytes. */
async function beginLarge(deps: ExportDeps, job: Job, file: StoredFile): Promise<void> {
  const digest = await deps.files.digest(file);
  if (!digest) return;
  const name = entryName(job.files.count + 1, file.path);
  const facts = { name, method: 0, crc: digest.crc, size: file.size, packed: file.size } as const;
  const entry: ZipEntry = { ...facts, offset: job.offset };
  const large = { file, entry, sha256: digest.sha256, written: 0 };
  const raw = [localHeader(facts, deps.now())];
  const next = { ...job, large, total: job.total + 1 };
  await add(deps.storage, deps.sink, job, { entries: [], raw, also: () => undefined, next });
}

async function writePiece(
  deps: ExportDeps,
  job: Job,
  large: NonNullable<Job["large"]>,
): Promise<void> {
  const { storage, sink } = deps;
  const { file, entry, sha256, written } = large;
  const length = Math.min(PART_BYTES, file.size - written);
  const piece = await deps.files.read(file, written, length);
  // Half of it stands in the archive already: only a new archive can hold it whole.
  if (!piece) throw new Error("A file changed while it was exported");
  if (written + length < file.size) {
    const next = { ...job, large: { ...large, written: written + length } };
    await add(storage, sink, job, { entries: [], raw: [piece], also: () => undefined, next });
    return;
  }
  const counted = { count: job.files.count + 1, bytes: job.files.bytes + file.size };
  const next = { ...job, large: null, lastFile: file.path, files: counted, done: job.done + 1 };
  const also = () => {
    addEntry(storage, entry);
    note(storage, lineOf(file, entry.name, sha256));
  };
  await add(storage, sink, job, { entries: [], raw: [piece], also, next });
}
