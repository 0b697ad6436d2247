import { newId } from "#domain/ids.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import { openAsSystem } from "#worker/platform/system-ctx.ts";
import { roomName } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import type { BoardRpc } from "./board-rpc.ts";
import { boards } from "./schema.ts";

/**
 * What the night does with each board of an organization, one after the other. A board that fails is told under `failure`
 * and leaves the others alone.
 */
export async function eachBoard(
  env: Env,
  tenant: TenantRef,
  failure: string,
  work: (room: DurableObjectStub<BoardRpc>, id: string) => Promise<void>,
): Promise<void> {
  const requestId = newId("req");
  const act = { requestId, key: `${requestId}:boards`, defer: () => undefined };
  const { db } = openAsSystem(env, tenant, act);
  const rooms = env.BOARD_ROOM as unknown as DurableObjectNamespace<BoardRpc>;
  for (const { id } of await db.select({ id: boards.id }).from(boards)) {
    try {
      await work(rooms.getByName(roomName(tenant, `boards/${id}`)), id);
    } catch (error) {
      log("error", failure, { board: id, error: String(error) });
    }
  }
}
