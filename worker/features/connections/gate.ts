import type { Catalogue } from "#domain/connections/catalogue.ts";
import type { GateRefusal, Offered } from "#domain/connections/gate/refusal.ts";
import type { ConnectionKind } from "#domain/connections/model.ts";

/** Why a query is not sent to a database that offers these tables; null when it may be. The grammars are read when first needed. */
export async function gateOf(
  kind: ConnectionKind,
  sql: string,
  { tables, path }: Catalogue,
): Promise<GateRefusal | null> {
  const offered: Offered = {
    tables: new Set(tables.map((table) => `${table.schema}.${table.name}`)),
    path,
  };
  if (kind === "postgres") {
    const { gatePostgres } = await import("#domain/connections/gate/postgres.ts");
    const { parsePostgres } = await import("./driver/parse-postgres.ts");
    return gatePostgres(sql, parsePostgres, offered);
  }
  const { gateMysql } = await import("#domain/connections/gate/mysql.ts");
  return gateMysql(sql, offered);
}
