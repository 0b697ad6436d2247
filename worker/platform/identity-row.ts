import { fail } from "#domain/errors.ts";
import type { D1Like } from "./d1-meter.ts";
import { applyMigrations } from "./migrate.ts";
import { TENANT_MIGRATIONS } from "./migrations.ts";
import { log } from "./log.ts";
import type { TenantRef } from "./tenant-ref.ts";

interface MetaRow {
  organization: string;
  applied: number;
}

/**
 * Checks that a database belongs to the organization that the token names, and brings it forward when
 * migrations are missing. Error: `organization.unavailable`, so that every route refuses a wrong database.
 * @returns true when migrations were applied now, so that reads made meanwhile must be made again.
 */
export async function checkIdentity(
  session: D1Like,
  database: D1Database,
  tenant: TenantRef,
): Promise<boolean> {
  const row = await readMeta(session);
  if (row?.organization !== tenant.organizationId) {
    log("error", "tenant.identity_mismatch", {
      organizationId: tenant.organizationId,
      binding: tenant.binding,
      found: row?.organization ?? null,
    });
    return fail("organization.unavailable", { reason: "identity" });
  }
  if (row.applied >= TENANT_MIGRATIONS.length) return false;
  try {
    await applyMigrations(database);
    return true;
  } catch (error) {
    log("error", "tenant.migration_failed", { binding: tenant.binding, error: String(error) });
    return fail("organization.unavailable", { reason: "migration" });
  }
}

async function readMeta(session: D1Like): Promise<MetaRow | null> {
  try {
    return await session
      .prepare(
        "SELECT organization_id AS organization, (SELECT count(*) FROM d1_migrations) AS applied FROM _meta",
      )
      .first<MetaRow>();
  } catch (error) {
    // A database without the table was never claimed: that is a wrong database, not a broken one.
    if (String(error).includes("no such table")) return null;
    throw error;
  }
}
