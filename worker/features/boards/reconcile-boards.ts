import { newId } from "#domain/ids.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import { openAsSystem } from "#worker/platform/system-ctx.ts";
import { roomName } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import type { BoardRpc } from "./board-rpc.ts";
import { boards } from "./schema.ts";

/**
 * What the night does about an organization's boards: each object holds D1 against itself, writes anew what differs, and
 * keeps the board as it is for a month. A board that fails is told and leaves the others alone.
 */
export async function reconcileBoards(env: Env, tenant: TenantRef): Promise<void> {
  const requestId = newId("req");
  const act = { requestId, key: `${requestId}:boards`, defer: () => undefined };
  const { db } = openAsSystem(env, tenant, act);
  const rooms = env.BOARD_ROOM as unknown as DurableObjectNamespace<BoardRpc>;
  for (const { id } of await db.select({ id: boards.id }).from(boards)) {
    try {
      const room = rooms.getByName(roomName(tenant, `boards/${id}`));
      const repaired = await room.reconcile(tenant);
      await room.backups(tenant, { kind: "night" });
      if (repaired > 0) log("warn", "board.reconciled", { board: id, repaired });
    } catch (error) {
      log("error", "board.not_reconciled", { board: id, error: String(error) });
    }
  }
}
