import { parse } from "libpg-query";
import { expect, it } from "vitest";
import { gateMysql } from "./gate/mysql.ts";
import { gatePostgres } from "./gate/postgres.ts";
import { selectAll } from "./select-all.ts";

it.each([
  ["public", "factures"],
  ["Comptabilité 2026", "Lignes de facture"],
  ['a"b', "c`d"],
  ["select", "from"],
])("everything of %s.%s passes the gate of both kinds", async (schema, table) => {
  const offered = { tables: new Set([`${schema}.${table}`]), path: [] };
  expect(gateMysql(selectAll("mysql", { schema, table }), offered)).toBeNull();
  const sql = selectAll("postgres", { schema, table });
  expect(await gatePostgres(sql, parse, offered)).toBeNull();
});
