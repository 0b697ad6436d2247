import type { z } from "zod";
import { BoardLine } from "#domain/exports/board-lines.ts";
import { PEOPLE, type Manifest } from "#domain/exports/manifest.ts";
import { RestoreFault, type RestoreResult } from "#domain/exports/restore-model.ts";
import type { BoardRpc } from "#worker/features/boards/board-rpc.ts";
import { tellRestored } from "#worker/features/exports/end-restore.ts";
import type { Env } from "#worker/platform/env.ts";
import { claimFor, migrateOn, migrateTo } from "#worker/platform/exports/claim.ts";
import { dropChunks } from "#worker/platform/exports/chunks.ts";
import { readLines, type OpenArchive } from "#worker/platform/exports/open-archive.ts";
import { keepPeople, openOrganization } from "#worker/platform/exports/open-organization.ts";
import { fileLine, restoreFile } from "#worker/platform/exports/restore-file.ts";
import { countRows, expectRows, inOrder, writeRows } from "#worker/platform/exports/write-rows.ts";
import { roomName } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import type { RestoreJob } from "./restore-store.ts";

/** Files that are restored in one step. */
const FILES = 20;

/** What a step works with. */
export interface RestoreWork {
  env: Env;
  job: RestoreJob;
  archive: OpenArchive;
}

/** What an archive comes to. */
export function resultOf(manifest: Manifest): RestoreResult {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const { tables, boards, files } = manifest;
  return { tables: tables.length, rows, boards: boards.length, files: files.count };
}

const onTo = (job: RestoreJob, phase: RestoreJob["phase"]): RestoreJob => ({
  ...job,
  phase,
  index: 0,
  part: 0,
  line: 0,
});

/** The next part of the things of a phase; the next thing when there is none. */
const following = (job: RestoreJob, rows: number): RestoreJob => ({
  ...job,
  part: job.part + 1,
  done: job.done + rows,
});
const nextThing = (job: RestoreJob): RestoreJob => ({ ...job, index: job.index + 1, part: 0 });

/** The organization's database, once it was claimed. */
function claimed(job: RestoreJob): TenantRef {
  if (!job.tenant) throw new Error("No database was claimed yet");
  return job.tenant;
}

async function claimDatabase({
  env,
  job,
  archive: { manifest },
}: RestoreWork): Promise<RestoreJob> {
  const { organizationId, name } = job.order;
  const tenant = await claimFor(env, organizationId, name ?? manifest.organization.name);
  await migrateTo(env, tenant, manifest.schema);
  await expectRows(env, tenant, manifest.tables);
  const tables = await inOrder(env, tenant, manifest.tables);
  const { rows, boards, files } = resultOf(manifest);
  return { ...onTo(job, "tables"), tenant, tables, total: rows + boards + files };
}

async function writeTables({ env, job, archive }: RestoreWork): Promise<RestoreJob> {
  const name = job.tables[job.index];
  const table = archive.manifest.tables.find((one) => one.name === name);
  if (!table) return onTo(job, "counting");
  const part = table.parts[job.part];
  if (!part) return nextThing(job);
  const lines = await readLines(archive, part);
  await writeRows(env, claimed(job), table, part.entry, lines);
  return following(job, lines.length);
}

/** A row that a trigger ignored would be missing without a word. */
async function compareCounts({ env, job, archive }: RestoreWork): Promise<RestoreJob> {
  const counts = await countRows(env, claimed(job), archive.manifest.tables);
  const odd = archive.manifest.tables.find(({ rows }, index) => counts[index] !== rows);
  if (odd) throw new RestoreFault("rows", odd.name);
  return onTo(job, "boards");
}

/** Lines of a kind, each as it must be. Throws `RestoreFault`. */
function checked<S extends z.ZodType>(schema: S, lines: readonly unknown[], place: string) {
  return lines.map((line): z.output<S> => {
    const parsed = schema.safeParse(line);
    if (!parsed.success) throw new RestoreFault("rows", place);
    return parsed.data;
  });
}

async function writeBoards({ env, job, archive }: RestoreWork): Promise<RestoreJob> {
  const board = archive.manifest.boards[job.index];
  if (!board) return onTo(job, "files");
  const tenant = claimed(job);
  const rooms = env.BOARD_ROOM as unknown as DurableObjectNamespace<BoardRpc>;
  const room = rooms.getByName(roomName(tenant, `boards/${board.id}`));
  const part = board.parts[job.part];
  if (part) {
    const lines = checkedBoard(await readLines(archive, part), board.id, job.part === 0);
    await room.importLines(tenant, JSON.stringify(lines));
    return following(job, 0);
  }
  const [first] = board.parts;
  if (!first) throw new RestoreFault("board", board.id);
  const [head] = checkedBoard(await readLines(archive, first), board.id, true);
  const fits =
    head?.kind === "board" && head.version === board.version && board.projected <= head.version;
  if (!fits) throw new RestoreFault("board", board.id);
  await room.openImported(tenant, head, board.projected);
  return { ...nextThing(job), done: job.done + 1 };
}

/**
 * A board's lines as they stand in the archive, the head first and only there: looked at, never altered, so that what comes
 * out is what went in. Throws `RestoreFault`.
 */
function checkedBoard(lines: readonly unknown[], id: string, first: boolean): BoardLine[] {
  const good = lines.every((line, index) => {
    const { data } = BoardLine.safeParse(line);
    if (!data) return false;
    const leads = first && index === 0;
    return data.kind === "board" ? leads && data.board === id : !leads;
  });
  if (!good) throw new RestoreFault("board", id);
  return lines as BoardLine[];
}

async function writeFiles({ env, job, archive }: RestoreWork): Promise<RestoreJob> {
  const part = archive.manifest.files.parts[job.index];
  if (!part) return onTo(job, "opening");
  const lines = await readLines(archive, part);
  const some = lines.slice(job.line, job.line + FILES).map(fileLine);
  for (const line of some) await restoreFile(env, claimed(job), archive, line);
  const line = job.line + some.length;
  const done = job.done + some.length;
  if (line < lines.length) return { ...job, line, done };
  return { ...job, index: job.index + 1, line: 0, done };
}

/** Lines about people of one kind. */
async function people<S extends z.ZodType>(
  archive: OpenArchive,
  kind: keyof typeof PEOPLE,
  schema: S,
): Promise<z.output<S>[]> {
  const parts = archive.manifest.people.find(({ name }) => name === kind)?.parts ?? [];
  const lines: unknown[] = [];
  for (const part of parts) lines.push(...(await readLines(archive, part)));
  return checked(schema, lines, `people/${kind}`);
}

async function open({ env, job, archive }: RestoreWork): Promise<RestoreJob | null> {
  const { order } = job;
  const tenant = claimed(job);
  const { manifest } = archive;
  const [members, roles, divisions, [policy]] = await Promise.all([
    people(archive, "members", PEOPLE.members),
    people(archive, "roles", PEOPLE.roles),
    people(archive, "divisions", PEOPLE.divisions),
    people(archive, "policy", PEOPLE.policy),
  ]);
  if (!policy) throw new RestoreFault("rows", "people/policy");
  await migrateOn(env, tenant);
  const others = members.filter(({ id }) => id !== order.userId);
  await keepPeople(env, tenant, others, roles);
  const outbox = env.OUTBOX_ROOM.getByName(roomName(tenant, "outbox"));
  await outbox.adoptChain(tenant, manifest.audit.base);
  const result = resultOf(manifest);
  await tellRestored(env, tenant, order, manifest, result);
  const { id: restoreId, userId } = order;
  await openOrganization(env, tenant.organizationId, {
    restoreId,
    userId,
    roles,
    divisions,
    policy,
    result,
  });
  await dropChunks(env, tenant.organizationId, order.size);
  return null;
}

const STEPS = {
  claiming: claimDatabase,
  tables: writeTables,
  counting: compareCounts,
  boards: writeBoards,
  files: writeFiles,
  opening: open,
};

/**
 * Makes the next step of a restoration. An interrupted step is made again, to the same end.
 * @returns where it then stands; null when the organization is open. Throws `RestoreFault` when the archive is to blame.
 */
export async function restoreStep(work: RestoreWork): Promise<RestoreJob | null> {
  const { phase } = work.job;
  if (phase === "undoing") throw new Error("A restoration that is taken back goes no further");
  return STEPS[phase](work);
}
