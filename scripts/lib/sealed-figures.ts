import { globSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { SEALED_COLUMNS, type SealedColumn } from "#worker/platform/secrets/sealed-columns.ts";

/** How many sealed values of a state folder bear each key, by the key's id: from the database files alone. */
export function sealedFigures(
  state: string,
  columns: readonly SealedColumn[] = SEALED_COLUMNS,
): Map<string, number> {
  const figures = new Map<string, number>();
  for (const name of globSync("d1/*/*.sqlite", { cwd: state })) {
    if (name.endsWith("metadata.sqlite")) continue;
    const database = new DatabaseSync(join(state, name), { readOnly: true });
    try {
      for (const { table, column } of columns) {
        const known = database
          .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")
          .get(table);
        if (!known) continue;
        for (const row of database.prepare(`SELECT ${column} AS sealed FROM ${table}`).iterate()) {
          const id = /^v1\.([a-z0-9]+)\./.exec(String(row["sealed"] ?? ""))?.[1];
          if (id) figures.set(id, (figures.get(id) ?? 0) + 1);
        }
      }
    } finally {
      database.close();
    }
  }
  return figures;
}
