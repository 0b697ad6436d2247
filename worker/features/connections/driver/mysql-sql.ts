import { MOST_COLUMNS, STATEMENT_MS } from "./session.ts";

/**
 * What holds for everything that is asked. The gate reads texts as MySQL does by default, so quotes and backslashes have to mean
 * that here too, whatever the server was told.
 */
export function beginStatements(version: string): string[] {
  const limit = /mariadb/i.test(version)
    ? `SET SESSION max_statement_time = ${STATEMENT_MS / 1000}`
    : `SET SESSION max_execution_time = ${STATEMENT_MS}`;
  return [
    "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
    "SET SESSION time_zone = '+00:00'",
    "SET SESSION lock_wait_timeout = 5",
    limit,
    "START TRANSACTION READ ONLY",
  ];
}

/** Privileges that change nothing. */
const HARMLESS =
  /^(?:SELECT|USAGE|SHOW VIEW|SHOW DATABASES|PROCESS|REFERENCES|REPLICATION CLIENT|BINLOG MONITOR|SLAVE MONITOR)$/;

/** Of one line of SHOW GRANTS what it lets write, such as `INSERT ON shop.*`. Roles are told with what they grant. */
export function isWriting(grant: string): string[] {
  const [, list = "", place = ""] = /^GRANT (.+?) ON (.+?) TO /.exec(grant) ?? [];
  const privileges = list.replaceAll(/\([^)]*\)/g, "").split(",");
  const writing = privileges.map((one) => one.trim()).filter((one) => one && !HARMLESS.test(one));
  const first = writing[0];
  return first === undefined ? [] : [`${first} ${place.replaceAll("`", "")}`];
}

const kinds: Readonly<Record<string, readonly string[]>> = {
  integer: ["tinyint", "smallint", "mediumint", "int", "bigint", "year"],
  number: ["decimal", "float", "double"],
  date: ["date"],
  timestamp: ["datetime", "timestamp"],
};

/** Every column of every table and view that the user may read. */
export function columnsStatement(): string {
  const kind = Object.entries(kinds)
    .map(([name, types]) => `WHEN c.DATA_TYPE IN ('${types.join("', '")}') THEN '${name}'`)
    .join(" ");
  return `SELECT c.TABLE_SCHEMA AS \`schema\`, c.TABLE_NAME AS \`table\`, t.TABLE_TYPE = 'VIEW' AS view,
      CAST(t.TABLE_ROWS AS DOUBLE) AS \`rows\`, c.COLUMN_NAME AS \`column\`, c.COLUMN_TYPE AS type,
      CASE ${kind} ELSE 'text' END AS kind, c.IS_NULLABLE = 'YES' AS nullable
    FROM information_schema.TABLES t
    JOIN information_schema.COLUMNS c ON c.TABLE_SCHEMA = t.TABLE_SCHEMA AND c.TABLE_NAME = t.TABLE_NAME
    WHERE t.TABLE_SCHEMA NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys')
    ORDER BY c.TABLE_SCHEMA, c.TABLE_NAME, c.ORDINAL_POSITION LIMIT ${MOST_COLUMNS + 1}`;
}
