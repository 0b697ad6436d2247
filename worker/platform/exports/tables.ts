import type { Env } from "#worker/platform/env.ts";
import { SEALED_COLUMNS } from "#worker/platform/secrets/sealed-columns.ts";
import { tenantDatabase } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { LEFT_OUT } from "./left-out.ts";

/** Names that jobs use for their own tables. */
export const STAGED = "_export_";
const OWN = /^(?:_export_|_restore|_wash$|_cf_|sqlite_)/;

/** A table as it is exported. `order`: its primary key, or null where only the row number orders it. */
export interface TableShape {
  name: string;
  columns: string[];
  order: string[];
  withheld: string[];
}

/** A name of the database's own schema, quoted. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

interface Listed {
  name: string;
  type: string;
  schema: string;
}

/** Every ordinary table of a database, by name, whatever feature brought it. */
export async function tableNames(database: D1Database): Promise<string[]> {
  const { results } = await database.prepare("PRAGMA table_list").all<Listed>();
  return results
    .filter(({ type, schema, name }) => type === "table" && schema === "main" && !OWN.test(name))
    .map(({ name }) => name)
    .toSorted();
}

/** What an archive holds of a database: all tables but those of `LEFT_OUT`, without sealed columns. */
export async function exportedTables(env: Env, tenant: TenantRef): Promise<TableShape[]> {
  const database = tenantDatabase(env, tenant);
  const names = (await tableNames(database)).filter((name) => !Object.hasOwn(LEFT_OUT, name));
  const [first, ...rest] = names.map((name) =>
    database.prepare(`PRAGMA table_info(${quoted(name)})`),
  );
  if (!first) return [];
  const infos = await database.batch<{ name: string; pk: number }>([first, ...rest]);
  return names.map((name, index) => {
    const rows = infos[index]?.results ?? [];
    const sealed = new Set(
      SEALED_COLUMNS.filter(({ table, owner }) => table === name && !owner).map(
        ({ column }) => column,
      ),
    );
    const keys = rows.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
    return {
      name,
      columns: rows.map((row) => row.name).filter((column) => !sealed.has(column)),
      order: keys.map((row) => row.name),
      withheld: [...sealed],
    };
  });
}
