import { FORMAT, Manifest, PEOPLE, type Part } from "#domain/exports/manifest.ts";
import { directory } from "#domain/exports/zip.ts";
import { CONTROL_LEFT_OUT, LEFT_OUT } from "#worker/platform/exports/left-out.ts";
import { add, linesEntry, pack, sha256Of } from "./archive-writer.ts";
import type { ExportDeps, Made } from "./deps.ts";
import { addPart, type Job, partsOf, readEntries, writeJob } from "./job-store.ts";
import type { JobStorage } from "./job-storage.ts";

/** Lines of the index of files in one part. */
const INDEX_LINES = 10_000;

const encoder = new TextEncoder();

/** What belongs together, with the hash over its parts' hashes. */
async function sectionOf(storage: JobStorage, section: string) {
  const parts: Part[] = partsOf(storage, section);
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const text = parts.map((part) => `${part.sha256}\n`).join("");
  return { rows, sha256: await sha256Of(encoder.encode(text)), parts };
}

/**
 * Ends an archive, step by step: the index of files, the manifest, the directory, the upload.
 * @returns what it came to, once it is whole.
 */
export async function close(deps: ExportDeps, job: Job): Promise<Made | null> {
  const { storage, sink } = deps;
  const lines = storage.all<{ n: number; line: string }>(
    `SELECT n, line FROM file_lines WHERE n > ? ORDER BY n LIMIT ${INDEX_LINES}`,
    job.after,
  );
  if (job.index === 0 && lines.length > 0) {
    const text = lines.map(({ line }) => line).join("");
    const number = partsOf(storage, "index").length + 1;
    const { packed, part } = await linesEntry("index", number, text, lines.length, deps.now());
    const also = () => addPart(storage, "index", part);
    const next = { ...job, after: lines.at(-1)?.n ?? job.after };
    await add(storage, sink, job, { entries: [packed], also, next });
    return null;
  }
  if (job.index === 0) {
    await deps.unstage();
    const text = JSON.stringify(await manifestOf(deps, job), null, 1);
    const packed = await pack("manifest.json", encoder.encode(text), deps.now());
    const next = { ...job, index: 1 };
    await add(storage, sink, job, { entries: [packed], also: () => undefined, next });
    return null;
  }
  if (job.index === 1) {
    const raw = [directory(readEntries(storage), job.offset, deps.now())];
    const next = { ...job, index: 2 };
    await add(storage, sink, job, { entries: [], raw, also: () => undefined, next });
    return null;
  }
  return complete(deps, job);
}

async function complete(deps: ExportDeps, job: Job): Promise<Made> {
  const { storage, sink } = deps;
  const uploadId = job.uploadId ?? "";
  const tail = storage.tail();
  if (tail.length > 0) {
    const number = storage.parts().length + 1;
    const etag = await sink.uploadPart(uploadId, number, tail);
    if (!storage.isCurrent(job)) throw new Error("The export was ended meanwhile");
    storage.atomically(() => {
      storage.addPart({ number, etag });
      storage.setTail(new Uint8Array());
      writeJob(storage, job);
    });
  }
  const size = await sink.complete(uploadId, storage.parts());
  const rows = job.staged?.tables.reduce((sum, table) => sum + table.rows, 0) ?? 0;
  return { size, rows, files: job.files.count };
}

async function manifestOf(deps: ExportDeps, job: Job): Promise<Manifest> {
  const { storage } = deps;
  const { staged, organization, chain, peopleAt, order } = job;
  if (!staged || !organization || !chain || !peopleAt) throw new Error("The archive is not whole");
  const facts = storage.all<{ id: string; version: number; projected: number }>(
    "SELECT id, version, projected FROM board_facts ORDER BY id",
  );
  const withheld = staged.tables.flatMap(({ name, withheld: columns }) =>
    columns.map((column) => ({ of: `${name}.${column}`, reason: "sealed: must be entered anew" })),
  );
  const reasons = { ...LEFT_OUT, ...CONTROL_LEFT_OUT };
  return Manifest.parse({
    format: FORMAT,
    id: order.id,
    organization,
    madeBy: { userId: order.startedBy.id, name: order.startedBy.name },
    at: staged.at,
    finishedAt: new Date(deps.now()).toISOString(),
    schema: staged.schema,
    tables: await Promise.all(
      staged.tables.map(async ({ name, columns }) => ({
        name,
        columns,
        ...(await sectionOf(storage, `tables/${name}`)),
      })),
    ),
    people: await Promise.all(
      Object.keys(PEOPLE).map(async (name) => ({
        name,
        ...(await sectionOf(storage, `people/${name}`)),
      })),
    ),
    peopleAt,
    boards: await Promise.all(
      facts.map(async (board) => ({
        ...board,
        ...(await sectionOf(storage, `boards/${board.id}`)),
      })),
    ),
    files: { ...job.files, ...(await sectionOf(storage, "index")) },
    audit: chain,
    leftOut: [...withheld, ...Object.entries(reasons).map(([of, reason]) => ({ of, reason }))],
  });
}
