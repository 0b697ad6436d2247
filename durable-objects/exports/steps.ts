import type { Page } from "#worker/platform/exports/stage.ts";
import { add, linesEntry } from "./archive-writer.ts";
import { close } from "./close-archive.ts";
import type { ExportDeps, Made } from "./deps.ts";
import { writeFiles } from "./file-steps.ts";
import type { JobStorage } from "./job-storage.ts";
import { addPart, type Job, writeJob } from "./job-store.ts";

/** About so many bytes of lines make a part: what a step holds in memory. */
const LINES_BYTES = 4 * 1024 * 1024;

const iso = (ms: number) => new Date(ms).toISOString();

/**
 * Makes the next step of a job. Whatever interrupts it, the same step is made again. Throws what the world throws.
 * @returns what the archive came to once it is whole; null while there is more to do.
 */
export async function step(deps: ExportDeps, job: Job): Promise<Made | null> {
  if (job.phase === "preparing") await begin(deps, job);
  else if (job.phase === "tables") await writeTable(deps, job);
  else if (job.phase === "people") await writePeople(deps, job);
  else if (job.phase === "boards") await writeBoard(deps, job);
  else if (job.phase === "files") await writeFiles(deps, job);
  else return close(deps, job);
  return null;
}

/** Freezes the tables. Everything before the first byte of the archive is made again when it is interrupted. */
async function begin(deps: ExportDeps, job: Job): Promise<void> {
  const { storage, sink } = deps;
  const { base, head } = await deps.anchors();
  const staged = await deps.stage(iso(deps.now()));
  const uploadId = await sink.begin();
  if (!storage.isCurrent(job)) {
    await sink.discard(uploadId);
    return deps.unstage();
  }
  const rows = staged.tables.reduce((sum, table) => sum + table.rows, 0);
  const total = rows + staged.boards.length;
  writeJob(storage, { ...job, phase: "tables", staged, chain: { base, head }, uploadId, total });
}

async function addLines(
  deps: ExportDeps,
  job: Job,
  {
    section,
    number,
    page,
    next,
  }: { section: string; number: number; page: Pick<Page, "text" | "rows">; next: Job },
): Promise<void> {
  const { storage, sink } = deps;
  const { packed, part } = await linesEntry(section, number, page.text, page.rows, deps.now());
  const also = () => addPart(storage, section, part);
  await add(storage, sink, job, { entries: [packed], also, next });
}

/** The next phase's beginning. */
const onTo = (job: Job, phase: Job["phase"]): Job => ({ ...job, phase, index: 0, after: 0 });

async function writeTable(deps: ExportDeps, job: Job): Promise<void> {
  const table = job.staged?.tables[job.index];
  if (!table) return writeJob(deps.storage, onTo(job, "people"));
  if (table.rows === job.after) {
    return writeJob(deps.storage, { ...job, index: job.index + 1, after: 0 });
  }
  const page = await deps.readStaged(table, job.after, LINES_BYTES);
  if (page.rows === 0 || page.last !== job.after + page.rows)
    throw new Error(`The copy of ${table.name} ends at ${page.last} of ${table.rows}`);
  const section = `tables/${table.name}`;
  const next = { ...job, after: page.last, done: job.done + page.rows };
  const number = numberOf(deps.storage, section);
  await addLines(deps, job, { section, number, page, next });
}

/** The number of a section's next part, from 1. */
function numberOf(storage: JobStorage, section: string): number {
  const sql = "SELECT count(*) AS n FROM sections WHERE section = ?";
  return (storage.all<{ n: number }>(sql, section)[0]?.n ?? 0) + 1;
}

/** Members and the rest come in one transaction, after the copies of the tables are written. */
async function writePeople(deps: ExportDeps, job: Job): Promise<void> {
  const { storage, sink } = deps;
  const peopleAt = iso(deps.now());
  const { organization, lines } = await deps.readPeople();
  const made = await Promise.all(
    Object.entries(lines).map(async ([name, rows]: [string, unknown[]]) => {
      const section = `people/${name}`;
      const text = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
      return { section, ...(await linesEntry(section, 1, text, rows.length, deps.now())) };
    }),
  );
  const next = { ...onTo(job, "boards"), organization, peopleAt };
  const also = () => {
    for (const { section, part } of made) addPart(storage, section, part);
  };
  await add(storage, sink, job, { entries: made.map(({ packed }) => packed), also, next });
}

async function writeBoard(deps: ExportDeps, job: Job): Promise<void> {
  const { storage, boards } = deps;
  const board = job.staged?.boards[job.index];
  if (!board) return writeJob(storage, onTo(job, "files"));
  const following = { ...job, index: job.index + 1, after: 0, board: null, done: job.done + 1 };
  if (!job.board) {
    const copied = await boards.copy(board.id);
    if (!storage.isCurrent(job)) return boards.drop(board.id);
    // A board whose founding never reached its object has nothing to carry.
    if (!copied) return writeJob(storage, following);
    // The object is ahead of the tables, never behind.
    const projected = Math.min(board.projected, copied.version);
    storage.run(
      "INSERT OR REPLACE INTO board_facts (id, version, projected) VALUES (?, ?, ?)",
      board.id,
      copied.version,
      projected,
    );
    return writeJob(storage, { ...job, board: { ...copied, projected } });
  }
  if (job.after === job.board.rows) {
    await boards.drop(board.id);
    if (storage.isCurrent(job)) writeJob(storage, following);
    return;
  }
  const page = await boards.read(board.id, job.after, LINES_BYTES);
  if (page.rows === 0) throw new Error(`The copy of ${board.id} ends at ${job.after}`);
  const section = `boards/${board.id}`;
  const next = { ...job, after: page.last };
  await addLines(deps, job, { section, number: numberOf(storage, section), page, next });
}
