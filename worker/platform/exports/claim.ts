import type { Manifest } from "#domain/exports/manifest.ts";
import { RestoreFault } from "#domain/exports/restore-model.ts";
import { Fault } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { write } from "#worker/platform/auth/control-writes.ts";
import { isoNow, systemClock } from "#worker/platform/clock.ts";
import { emptyDatabase } from "#worker/platform/deletion/database.ts";
import { eraseFiles } from "#worker/platform/deletion/files.ts";
import { eraseRooms } from "#worker/platform/deletion/rooms.ts";
import type { Env } from "#worker/platform/env.ts";
import { applyMigrations, claimDatabase } from "#worker/platform/migrate.ts";
import { TENANT_MIGRATIONS } from "#worker/platform/migrations.ts";
import { claimSlot } from "#worker/platform/pool.ts";
import { tenantDatabase } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/** A scope in which a restoration writes the control database. What outlives the batch is waited for by the caller. */
export function restoreScope(env: Env, defer: (work: Promise<unknown>) => void) {
  return publicScope({
    env,
    clock: systemClock,
    requestId: newId("req"),
    address: null,
    request: null,
    control: env.CONTROL_DB,
    origin: env.APP_ORIGIN ?? "",
    defer,
  });
}

async function slotOf(env: Env, organizationId: string): Promise<TenantRef["binding"] | null> {
  return env.CONTROL_DB.prepare("SELECT binding FROM slots WHERE organization_id = ?")
    .bind(organizationId)
    .first<TenantRef["binding"]>("binding");
}

/**
 * Makes the organization and takes a database for it, once. Nobody is a member and the slot is not ready: nobody gets in.
 * Throws `RestoreFault` when no database is free.
 */
export async function claimFor(env: Env, organizationId: string, name: string): Promise<TenantRef> {
  const held = await slotOf(env, organizationId);
  if (held) return { organizationId, binding: held };
  const scope = restoreScope(env, () => undefined);
  try {
    await commitControl(scope, {
      writes: [
        write(
          "INSERT INTO organizations (id, name, created_at) VALUES (?, ?, ?)",
          organizationId,
          name,
          isoNow(systemClock),
        ),
        ...claimSlot(scope, organizationId),
      ],
      answer: null,
    });
  } catch (error) {
    if (error instanceof Fault && error.code === "organization.pool_full")
      throw new RestoreFault("pool_full");
    throw error;
  }
  const binding = await slotOf(env, organizationId);
  if (!binding) throw new Error("A slot was claimed and is not there");
  return { organizationId, binding };
}

/** Brings a claimed database to the schema that an archive's rows have. */
export async function migrateTo(
  env: Env,
  tenant: TenantRef,
  schema: Manifest["schema"],
): Promise<void> {
  const database = tenantDatabase(env, tenant);
  const wanted = new Set(schema);
  await applyMigrations(
    database,
    TENANT_MIGRATIONS.filter(({ name }) => wanted.has(name)),
  );
  await claimDatabase(database, tenant, systemClock);
}

/** Rolls a restored database forward to today's schema, and takes the notes of the restoration out of it. */
export async function migrateOn(env: Env, tenant: TenantRef): Promise<void> {
  const database = tenantDatabase(env, tenant);
  await applyMigrations(database);
  await database.prepare("DROP TABLE IF EXISTS _restore").run();
}

/**
 * Takes back everything of a restoration that came to nothing: objects (the database knows of every board by then), files,
 * the database, the organization. May be repeated.
 */
export async function takeBack(env: Env, organizationId: string): Promise<void> {
  const binding = await slotOf(env, organizationId);
  const tenant = { organizationId, binding: binding ?? ("TENANT_DB_" as const) };
  if (binding) {
    await eraseRooms(env, tenant);
    await emptyDatabase(env, tenant);
  }
  await eraseFiles(env, tenant);
  const control = env.CONTROL_DB;
  await control.batch([
    control
      .prepare(
        `UPDATE slots SET organization_id = NULL, claimed_at = NULL, ready_at = NULL, set_aside_at = NULL
         WHERE organization_id = ?`,
      )
      .bind(organizationId),
    control.prepare("DELETE FROM organizations WHERE id = ?").bind(organizationId),
  ]);
}
