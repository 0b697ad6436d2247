import { poolBindings } from "#worker/platform/env.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { testEnv } from "#worker/platform/testing.ts";

/** Every table of a database whose rows hold a text somewhere, as `name: rows`. */
export async function tablesWith(database: D1Database, text: string): Promise<string[]> {
  const tables = await database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '_cf_%'")
    .all<{ name: string }>();
  const found: string[] = [];
  for (const { name } of tables.results) {
    const { results } = await database.prepare(`SELECT * FROM "${name}"`).all();
    const hits = results.filter((row) => spell(row).includes(text)).length;
    if (hits > 0) found.push(`${name}: ${hits}`);
  }
  return found;
}

/** A row as text; what is stored as bytes, such as a page of the search index, as the text in it. */
function spell(row: Record<string, unknown>): string {
  const values = Object.values(row).map((value) =>
    Array.isArray(value) || value instanceof ArrayBuffer
      ? new TextDecoder().decode(new Uint8Array(value as ArrayBuffer))
      : String(value),
  );
  return values.join("\n").toLowerCase();
}

/** Where a text stands: in the databases, and in keys and bodies of files. */
export async function remainsOf(text: string): Promise<string[]> {
  const wanted = text.toLowerCase();
  const found = (await tablesWith(testEnv.CONTROL_DB, wanted)).map((one) => `control ${one}`);
  for (const binding of poolBindings(testEnv)) {
    const database = testEnv[binding as TenantRef["binding"]];
    if (database)
      found.push(...(await tablesWith(database, wanted)).map((one) => `${binding} ${one}`));
  }
  const { objects } = await testEnv.FILES.list();
  for (const { key } of objects) {
    const body = await (await testEnv.FILES.get(key))?.text();
    if (`${key}\n${body}`.toLowerCase().includes(wanted)) found.push(`file ${key}`);
  }
  return found;
}
