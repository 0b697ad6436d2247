import { RAW, type Ctx } from "#worker/platform/context.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import { roomName } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { controlDb } from "./control-db.ts";

type Caller = Ctx | { env: Env };

/**
 * Tells an organization's rooms that these persons' authority changed: their sockets get the new permissions or
 * close. A room that can't be reached is logged; its sockets recheck by themselves.
 */
export async function tellRooms(
  ctx: Caller,
  tenant: TenantRef,
  userIds: readonly string[],
): Promise<void> {
  const env = RAW in ctx ? ctx[RAW].env : ctx.env;
  const outbox = env.OUTBOX_ROOM.getByName(roomName(tenant, "outbox"));
  await Promise.all(
    userIds.map((userId) =>
      outbox.authorityChanged(tenant, userId).catch((error: unknown) => {
        const { organizationId } = tenant;
        log("error", "rooms.authority_not_told", { organizationId, error: String(error) });
      }),
    ),
  );
}

/** Tells every organization of a person, after a session ended. */
export async function tellRoomsOf(ctx: Caller, userId: string): Promise<void> {
  const tenants = await controlDb(ctx).all<TenantRef>(
    `SELECT t.organization_id AS organizationId, t.binding FROM memberships m
     JOIN slots t ON t.organization_id = m.organization_id WHERE m.user_id = ?`,
    userId,
  );
  await Promise.all(tenants.map((tenant) => tellRooms(ctx, tenant, [userId])));
}
