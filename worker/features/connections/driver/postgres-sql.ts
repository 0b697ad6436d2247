import { MOST_COLUMNS, STATEMENT_MS } from "./session.ts";

/**
 * What holds for everything that is asked. The gate reads texts as the standard says, so the server has to; a server from
 * version 14 on looks each second whether we are still there.
 */
export const BEGIN = `BEGIN READ ONLY;
SET LOCAL statement_timeout = ${STATEMENT_MS};
SET LOCAL lock_timeout = 5000;
SET LOCAL idle_in_transaction_session_timeout = ${STATEMENT_MS};
SET LOCAL standard_conforming_strings = on;
SET LOCAL DateStyle = 'ISO';
SET LOCAL TimeZone = 'UTC';
SET LOCAL IntervalStyle = 'postgres';
SELECT set_config(name, '1000', true) FROM pg_catalog.pg_settings WHERE name = 'client_connection_check_interval'`;

const OWN = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

/** What the role could write: at most five lines. */
export const WRITES = `SELECT what FROM (
  SELECT 1 AS place, 'superuser' AS what FROM pg_catalog.pg_roles WHERE rolname = current_user AND rolsuper
  UNION ALL SELECT 2, rolname FROM pg_catalog.pg_roles
    WHERE rolname IN ('pg_write_server_files', 'pg_execute_server_program', 'pg_read_server_files')
    AND pg_has_role(current_user, oid, 'MEMBER')
  UNION ALL (SELECT 3, p || ' ' || n.nspname || '.' || c.relname
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace,
      unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p
    WHERE c.relkind IN ('r', 'p', 'v', 'f') AND ${OWN} AND has_schema_privilege(n.oid, 'USAGE')
      AND (has_table_privilege(c.oid, p) OR (p IN ('INSERT', 'UPDATE') AND has_any_column_privilege(c.oid, p)))
    ORDER BY 2 LIMIT 5)
  UNION ALL (SELECT 4, 'CREATE ' || n.nspname FROM pg_catalog.pg_namespace n
    WHERE ${OWN} AND has_schema_privilege(n.oid, 'CREATE') LIMIT 5)
) found ORDER BY place LIMIT 5`;

/** Every column of every table and view that the role may read. Tables of other servers (FDW) are left out. */
export const COLUMNS = `SELECT n.nspname AS schema, c.relname AS "table", c.relkind IN ('v', 'm') AS view,
    CASE WHEN c.relkind IN ('r', 'm') AND c.reltuples >= 0 THEN c.reltuples::float8 END AS rows,
    a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
    CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE a.atttypid END::int8::text AS oid, NOT a.attnotnull AS nullable
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
  WHERE c.relkind IN ('r', 'p', 'v', 'm') AND ${OWN} AND has_schema_privilege(n.oid, 'USAGE')
    AND has_column_privilege(c.oid, a.attnum, 'SELECT')
  ORDER BY n.nspname, c.relname, a.attnum LIMIT ${MOST_COLUMNS + 1}`;

/** Schemas in which a name is looked for. */
export const PATH = "SELECT s AS schema FROM unnest(current_schemas(false)) s";
