import { BACKUP_DAYS } from "#domain/boards/backups-api.ts";
import type { Clock } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import { filesPrefix, tenantDatabase } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import type { BoardRpc } from "./board-rpc.ts";
import { eachBoard } from "./each-board.ts";

/** Longer than a board's own backups are kept, so that one that is put back finds the files of its cards. */
const KEPT_DAYS = BACKUP_DAYS + 5;
const DAY = 24 * 60 * 60 * 1000;
/** Rows that one statement takes as JSON. */
const AT_ONCE = 5000;

/** What R2 has of a board: the keys of each file, its small picture beside it. */
async function storedFiles(env: Env, prefix: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  let cursor: string | undefined;
  do {
    const page = await env.FILES.list({ prefix, ...(cursor ? { cursor } : {}) });
    for (const { key } of page.objects) {
      const id = key.slice(prefix.length).split(".", 1)[0] ?? "";
      found.set(id, [...(found.get(id) ?? []), key]);
    }
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor);
  return found;
}

type Room = DurableObjectStub<BoardRpc>;

async function forgetOfBoard(env: Env, clock: Clock, tenant: TenantRef, room: Room, board: string) {
  const database = tenantDatabase(env, tenant);
  const stored = await storedFiles(env, `${filesPrefix(tenant)}boards/${board}/`);
  const held = (await room.heldFiles(tenant)) as string[] | null;
  // A board that was never founded, or is being restored, says nothing of its files.
  if (!held) return 0;
  const named = new Set(held);
  const loose = [...stored.keys()].filter((id) => !named.has(id)).slice(0, AT_ONCE);
  const now = new Date(clock.now()).toISOString();
  const before = new Date(clock.now() - KEPT_DAYS * DAY).toISOString();
  const ids = JSON.stringify(loose);
  const [, , due] = await database.batch<{ id: string }>([
    database
      .prepare(
        "DELETE FROM loose_files WHERE board_id = ? AND id NOT IN (SELECT value FROM json_each(?))",
      )
      .bind(board, ids),
    database
      .prepare(
        "INSERT OR IGNORE INTO loose_files (board_id, id, since) SELECT ?, value, ? FROM json_each(?)",
      )
      .bind(board, now, ids),
    database
      .prepare("SELECT id FROM loose_files WHERE board_id = ? AND since < ?")
      .bind(board, before),
  ]);
  const gone = (due?.results ?? []).map(({ id }) => id);
  const keys = gone.flatMap((id) => stored.get(id) ?? []);
  for (let at = 0; at < keys.length; at += 1000) await env.FILES.delete(keys.slice(at, at + 1000));
  return gone.length;
}

/**
 * What the night does about files that were taken off their cards, or never came to one: their bytes are forgotten once no
 * card has named them for 35 days, on every night of them. Cards of the archive and deleted ones keep their files, as they may
 * come back. A board that fails is told and leaves the others alone.
 */
export async function forgetFiles(env: Env, clock: Clock, tenant: TenantRef): Promise<void> {
  await eachBoard(env, tenant, "files.not_forgotten", async (room, board) => {
    const forgotten = await forgetOfBoard(env, clock, tenant, room, board);
    if (forgotten > 0) log("info", "files.forgotten", { board, forgotten });
  });
}
