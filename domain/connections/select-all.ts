import type { ConnectionKind } from "./model.ts";

/** The query of everything in a table, its names quoted as the database writes them. */
export function selectAll(kind: ConnectionKind, table: { schema: string; table: string }): string {
  const quote =
    kind === "postgres"
      ? (name: string) => `"${name.replaceAll('"', '""')}"`
      : (name: string) => `\`${name.replaceAll("`", "``")}\``;
  return `SELECT * FROM ${quote(table.schema)}.${quote(table.table)}`;
}
