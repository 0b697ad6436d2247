import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import { listTenants } from "#worker/platform/organizations.ts";
import { tenantDatabase } from "#worker/platform/tenant.ts";
import { currentPrefix, seal, unseal } from "./seal.ts";
import { SEALED_COLUMNS, type SealedColumn } from "./sealed-columns.ts";

/** What a run did. `left` are values that no key of this Worker opens: they stay as they are. */
export interface Rotation {
  resealed: number;
  /** Changed by somebody else meanwhile: sealed with the current key by them. */
  overtaken: number;
  left: number;
}

interface Row {
  row: string;
  owner: string;
  sealed: string;
}

const PAGE = 50;

/** Seals every value of one column anew that an older key has sealed. */
async function rotateColumn(
  env: Pick<Env, "DATA_KEYS">,
  database: D1Database,
  column: SealedColumn,
  owner: string | null,
  done: Rotation,
): Promise<void> {
  const prefix = await currentPrefix(env);
  const { table, row, column: name } = column;
  const select = `SELECT ${row} AS row, ${column.owner ?? "''"} AS owner, ${name} AS sealed FROM ${table}
    WHERE ${name} IS NOT NULL AND substr(${name}, 1, ?) <> ? AND ${row} > ? ORDER BY ${row} LIMIT ${PAGE}`;
  for (let after: string | undefined = ""; after !== undefined;) {
    const found: D1Result<Row> = await database
      .prepare(select)
      .bind(prefix.length, prefix, after)
      .all<Row>();
    for (const one of found.results) {
      const place = { owner: owner ?? one.owner, table, row: one.row, column: name };
      const text = await unseal(env, place, one.sealed).catch((error: unknown) => {
        log("error", "secrets.not_opened", { table, row: one.row, error: String(error) });
        return null;
      });
      if (text === null) {
        done.left += 1;
        continue;
      }
      // Only what still stands there as it was read: whoever wrote meanwhile wrote with the current key.
      const { meta } = await database
        .prepare(`UPDATE ${table} SET ${name} = ? WHERE ${row} = ? AND ${name} = ?`)
        .bind(await seal(env, place, text), one.row, one.sealed)
        .run();
      if (meta.changes > 0) done.resealed += 1;
      else done.overtaken += 1;
    }
    after = found.results.length === PAGE ? found.results.at(-1)?.row : undefined;
  }
}

/**
 * Seals with the current key whatever an older one has sealed, in the control database and in every organization's, while
 * they are read and written. Row by row, so that it may stop anywhere and be run again.
 */
export async function rotateSecrets(
  env: Env,
  columns: readonly SealedColumn[] = SEALED_COLUMNS,
): Promise<Rotation> {
  const done: Rotation = { resealed: 0, overtaken: 0, left: 0 };
  for (const column of columns) {
    if (column.owner) {
      await rotateColumn(env, env.CONTROL_DB, column, null, done);
      continue;
    }
    for (const tenant of await listTenants(env)) {
      const database = tenantDatabase(env, tenant);
      await rotateColumn(env, database, column, tenant.organizationId, done);
    }
  }
  if (done.resealed + done.left > 0) log("info", "secrets.rotated", { ...done });
  return done;
}
