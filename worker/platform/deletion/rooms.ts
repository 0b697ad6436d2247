import type { Env } from "#worker/platform/env.ts";
import { roomName, tenantDatabase } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/** Names of an organization's objects of one kind. */
type NamesOf = (env: Env, tenant: TenantRef) => Promise<string[]>;

/** Boards that have a row, now or before the organization's database was emptied. */
async function boards(env: Env, tenant: TenantRef): Promise<string[]> {
  const database = tenantDatabase(env, tenant);
  const there = await database
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'boards'")
    .first();
  if (!there) return [];
  const rows = await database.prepare("SELECT id FROM boards").all<{ id: string }>();
  return rows.results.map(({ id }) => roomName(tenant, `boards/${id}`));
}

/**
 * Every kind of live object in wrangler.toml, with the objects of it that hold something of an organization; a person's own
 * hold nothing of one. A test holds this list against wrangler.toml.
 */
export const ROOMS: Record<string, NamesOf | "a person's own"> = {
  EXPORT_ROOM: async (_env, tenant) => [roomName(tenant, "exports")],
  RESTORE_ROOM: async (_env, tenant) => [roomName(tenant, "restore")],
  BOARD_ROOM: boards,
  WEBHOOK_ROOM: async (_env, tenant) => [roomName(tenant, "webhooks")],
  OUTBOX_ROOM: async (_env, tenant) => [roomName(tenant, "outbox")],
  LIMIT_ROOM: "a person's own",
};

/**
 * Closes the sockets of an organization's live objects and empties them: exports first, which hold copies in boards; the
 * outbox last, which others tell of what they do.
 */
export async function eraseRooms(env: Env, tenant: TenantRef): Promise<void> {
  for (const [binding, names] of Object.entries(ROOMS)) {
    if (names === "a person's own") continue;
    const rooms = env[binding as "BOARD_ROOM"];
    for (const name of await names(env, tenant)) await rooms.getByName(name).erase(tenant);
  }
}
