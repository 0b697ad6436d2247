import { and, inArray, lt } from "drizzle-orm";
import { newId } from "#domain/ids.ts";
import type { BoardRpc } from "#worker/features/boards/board-rpc.ts";
import type { Clock } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import { openAsSystem } from "#worker/platform/system-ctx.ts";
import { roomName } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { goOn } from "./go-on.ts";
import { boardImports } from "./schema.ts";

/** An import that nobody went on with for so long was left by its page. */
const LEFT_MS = 60_000;

/** Goes on with imports whose page was closed on the way. One that fails is told and leaves the others alone. */
export async function sweepImports(env: Env, clock: Clock, tenant: TenantRef): Promise<void> {
  const requestId = newId("req");
  const act = { requestId, key: `${requestId}:imports`, defer: () => undefined };
  // Each step is a commit of its own; that none is made twice is held by the row's version.
  const ctx = { ...openAsSystem(env, tenant, act), clock, idempotency: null };
  const before = new Date(clock.now() - LEFT_MS).toISOString();
  const left = await ctx.db
    .select()
    .from(boardImports)
    .where(
      and(inArray(boardImports.state, ["running", "undoing"]), lt(boardImports.updatedAt, before)),
    );
  const rooms = env.BOARD_ROOM as unknown as DurableObjectNamespace<BoardRpc>;
  for (const row of left) {
    try {
      await goOn(ctx, rooms.getByName(roomName(tenant, `boards/${row.boardId}`)), row);
    } catch (error) {
      log("error", "import.not_continued", { import: row.id, error: String(error) });
    }
  }
}
