import { Fault } from "#domain/errors.ts";
import { commitControl, type ControlScope } from "./auth/control-commit.ts";
import { guarded, write, type ControlWrite } from "./auth/control-writes.ts";
import { deliverEvents } from "./auth/deliver-events.ts";
import { isoNow } from "./clock.ts";
import { poolBindings } from "./env.ts";
import { log } from "./log.ts";
import { applyMigrations, claimDatabase } from "./migrate.ts";
import { tenantDatabase } from "./tenant.ts";
import type { TenantRef } from "./tenant-ref.ts";

/**
 * Gives an organization a free database of the pool, in one statement: two organizations can't get the same one.
 * Aborts the batch with `organization.pool_full`. Returns the row `{ binding }`, as the second of two writes.
 */
export function claimSlot(scope: ControlScope, organizationId: string): ControlWrite[] {
  const pool = JSON.stringify(poolBindings(scope.env));
  return [
    write("INSERT OR IGNORE INTO slots (binding) SELECT value FROM json_each(?)", pool),
    guarded(
      "pool_full",
      `UPDATE slots SET organization_id = ?, claimed_at = ? WHERE binding = (
         SELECT s.binding FROM slots s JOIN json_each(?) pool ON pool.value = s.binding
         WHERE s.organization_id IS NULL AND s.set_aside_at IS NULL ORDER BY s.binding LIMIT 1)
       RETURNING binding`,
      organizationId,
      isoNow(scope.clock),
      pool,
    ),
  ];
}

/**
 * Makes a claimed database the organization's: migrations, identity row, then `ready_at`. Each step may be
 * repeated, so what failed midway is finished by the next sign-in. A database that turns out to be somebody
 * else's is set aside and another one claimed.
 * Errors: `organization.unavailable`, `organization.pool_full`.
 */
export async function prepareDatabase(scope: ControlScope, tenant: TenantRef): Promise<TenantRef> {
  const { organizationId, binding } = tenant;
  try {
    const database = tenantDatabase(scope.env, tenant);
    await applyMigrations(database);
    await claimDatabase(database, tenant, scope.clock);
  } catch (error) {
    const foreign = error instanceof Fault && error.params["reason"] === "identity";
    log("error", "tenant.prepare_failed", { organizationId, binding, error: String(error) });
    if (!foreign) throw new Fault("organization.unavailable", { reason: "preparing" });
    return prepareDatabase(scope, await moveToAnotherSlot(scope, tenant));
  }
  await commitControl(scope, {
    writes: [
      guarded(
        "stale",
        "UPDATE slots SET ready_at = ? WHERE binding = ? AND organization_id = ?",
        isoNow(scope.clock),
        binding,
        organizationId,
      ),
    ],
    answer: null,
  });
  scope.defer(deliverEvents(scope, organizationId));
  return tenant;
}

/** Only for a slot that was never ready: nothing of the organization can be in its database. */
async function moveToAnotherSlot(scope: ControlScope, tenant: TenantRef): Promise<TenantRef> {
  const { organizationId } = tenant;
  const { rows } = await commitControl(scope, {
    writes: [
      guarded(
        "stale",
        `UPDATE slots SET organization_id = NULL, set_aside_at = ?
         WHERE binding = ? AND organization_id = ? AND ready_at IS NULL`,
        isoNow(scope.clock),
        tenant.binding,
        organizationId,
      ),
      ...claimSlot(scope, organizationId),
    ],
    answer: null,
  });
  const [row] = rows[2] as { binding: TenantRef["binding"] }[];
  return { organizationId, binding: row?.binding ?? tenant.binding };
}
