import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import { tenantDatabase } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { wash } from "./wash.ts";

interface Thing {
  type: "table" | "view" | "trigger";
  name: string;
  virtual: number;
}

const THINGS = `SELECT type, name, sql LIKE 'CREATE VIRTUAL%' AS virtual FROM sqlite_master
  WHERE type IN ('table', 'view', 'trigger') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'
  ORDER BY rowid DESC`;

/**
 * Takes everything out of an organization's database, its migrations too, so that it is as new: triggers that would keep the
 * audit log, then indexes of search with their own tables, then the rest, in one batch that holds only while the database is
 * this organization's. Outside production, where the same file is used again, what is left on its pages is written over.
 */
export async function emptyDatabase(env: Env, tenant: TenantRef): Promise<void> {
  const database = tenantDatabase(env, tenant);
  const { results } = await database.prepare(THINGS).all<Thing>();
  if (results.length > 0) await drop(database, tenant, results);
  if (env.ENVIRONMENT !== "production") await wash(database);
}

async function drop(database: D1Database, tenant: TenantRef, things: Thing[]): Promise<void> {
  const { organizationId, binding } = tenant;
  const known = things.some(({ name }) => name === "_meta");
  // A sweep that came late may have begun to migrate it anew. Anything else without identity is for people to look at.
  if (!known && things.some(({ name }) => name !== "d1_migrations")) {
    log("error", "deletion.database_unknown", { organizationId, binding });
    throw new Error("The database has no identity");
  }
  const own =
    "INSERT INTO _guard (ok) SELECT CASE WHEN EXISTS (SELECT 1 FROM _meta WHERE organization_id <> ?) THEN -1 ELSE 1 END";
  const indexes = things.filter(({ virtual }) => virtual === 1).map(({ name }) => name);
  const shadow = (name: string) => indexes.some((index) => name.startsWith(`${index}_`));
  const rank = (thing: Thing) =>
    thing.type === "trigger" ? 0 : thing.type === "view" ? 1 : thing.virtual === 1 ? 2 : 3;
  const ordered = things
    .filter(({ name, type }) => type !== "table" || !shadow(name))
    .toSorted((a, b) => rank(a) - rank(b));
  await database.batch([
    ...(known ? [database.prepare(own).bind(organizationId)] : []),
    database.prepare("PRAGMA defer_foreign_keys = ON"),
    ...ordered.map(({ type, name }) => database.prepare(`DROP ${type.toUpperCase()} "${name}"`)),
  ]);
}
