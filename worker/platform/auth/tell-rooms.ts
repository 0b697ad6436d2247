import { RAW, type Ctx } from "#worker/platform/context.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import { roomName } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { write, type ControlWrite } from "./control-writes.ts";

type Caller = Ctx | { env: Env };

/**
 * Tells an organization's rooms that these persons' authority changed: their sockets get the new permissions or
 * close. The database already refuses them, so this is awaited for the open sockets' sake alone. A room that can't be
 * reached is logged; its sockets recheck by themselves.
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

/** Reads every organization of a person, as the last statement of the batch that ends a session, for `tellRoomsOf`. */
export function organizationsOf(userId: string): ControlWrite {
  return write(
    `SELECT t.organization_id AS organizationId, t.binding FROM memberships m
     JOIN slots t ON t.organization_id = m.organization_id WHERE m.user_id = ?`,
    userId,
  );
}

/** Tells every organization of a person that a session ended. `rows`: what the batch answered. */
export async function tellRoomsOf(
  ctx: Caller,
  userId: string,
  rows: readonly unknown[][],
): Promise<void> {
  const tenants = (rows.at(-1) ?? []) as TenantRef[];
  await Promise.all(tenants.map((tenant) => tellRooms(ctx, tenant, [userId])));
}
