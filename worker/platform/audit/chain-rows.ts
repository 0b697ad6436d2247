import { SEALED_COLUMNS, type AuditRow, type Place } from "#domain/audit/chain.ts";
import type { ChainRecord } from "#domain/audit/verify.ts";
import type { Env } from "#worker/platform/env.ts";
import { tenantDatabase } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

const COLUMNS = SEALED_COLUMNS.map((column) => `a.${column}`).join();

/** Rows of the audit log after an id, in order. */
export async function rowsAfter(
  env: Env,
  tenant: TenantRef,
  id: number,
  limit: number,
): Promise<AuditRow[]> {
  const sql = `SELECT ${COLUMNS} FROM audit a WHERE id > ? ORDER BY id LIMIT ?`;
  const found = await tenantDatabase(env, tenant).prepare(sql).bind(id, limit).all<AuditRow>();
  return found.results;
}

/** Writes seals. Those that are there already stay: sealing again after a crash is no error. */
export async function writeSeals(env: Env, tenant: TenantRef, seals: readonly Place[]) {
  await tenantDatabase(env, tenant)
    .prepare(
      "INSERT INTO audit_seals (id, hash) SELECT value ->> '$.id', value ->> '$.hash' FROM json_each(?)",
    )
    .bind(JSON.stringify(seals))
    .run();
}

/** The SQL of what stands under the ids after `?1`, in order, at most `?2` of them. */
const CHAIN = `WITH ids AS (
  SELECT id FROM audit WHERE id > ?1 UNION SELECT id FROM audit_seals WHERE id > ?1 ORDER BY id LIMIT ?2)
SELECT ids.id AS place, s.hash, a.id AS row_id, ${COLUMNS}
FROM ids LEFT JOIN audit a ON a.id = ids.id LEFT JOIN audit_seals s ON s.id = ids.id ORDER BY ids.id`;

type ChainRow = AuditRow & { place: number; hash: string | null; row_id: number | null };

/** Rows and seals after an id, in order, for verification. */
export async function chainAfter(
  env: Env,
  tenant: TenantRef,
  id: number,
  limit: number,
): Promise<ChainRecord[]> {
  const database = tenantDatabase(env, tenant);
  const found = await database.prepare(CHAIN).bind(id, limit).all<ChainRow>();
  return found.results.map(({ place, hash, row_id: rowId, ...row }) => ({
    id: place,
    row: rowId === null ? null : row,
    hash,
  }));
}
