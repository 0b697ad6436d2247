import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { eachBoard } from "./each-board.ts";

/**
 * What the night does about an organization's boards: each object holds D1 against itself, writes anew what differs, and
 * keeps the board as it is for a month.
 */
export async function reconcileBoards(env: Env, tenant: TenantRef): Promise<void> {
  await eachBoard(env, tenant, "board.not_reconciled", async (room, board) => {
    const repaired = await room.reconcile(tenant);
    await room.backups(tenant, { kind: "night" });
    if (repaired > 0) log("warn", "board.reconciled", { board, repaired });
  });
}
