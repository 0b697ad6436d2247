import { createConnection } from "mysql2/promise";
import postgres from "postgres";
import { FIRM } from "#domain/connections/gate/corpus/firm.ts";
import type { DatabaseServer } from "./debian.ts";

/** A database with a firm's tables in it, and how a query is put to it as its superuser. */
export interface FirmDatabase {
  /** Rejects with the server's own words. */
  ask(sql: string): Promise<unknown[]>;
  end(): Promise<void>;
}

const ROWS = 40;

/** A value for a column by its type: the same at each run, spread over years, towns and words. */
function valueFor(name: string, type: string, row: number): string {
  const spread = (row * 7919) % 997;
  if (/^(?:chef_id|parent_id)/.test(name)) return row % 4 === 0 ? "NULL" : String((row % 5) + 1);
  if (name === "code_postal") return `'6900${row % 10}'`;
  if (name.endsWith("_id")) return String((spread % ROWS) + 1);
  if (name === "id") return String(row);
  if (/^(?:int|smallint)/.test(type)) return String(spread % 100);
  if (type.startsWith("decimal(4")) return row % 3 === 0 ? "5.50" : "20.00";
  if (type.startsWith("decimal(5")) return String((spread % 32) / 4);
  if (type.startsWith("decimal")) return (((spread * 1777) % 9000) / 10).toFixed(2);
  if (type.startsWith("date")) {
    const day = new Date(Date.UTC(2025, 0, 1) + spread * 86_400_000 * 0.8).toISOString();
    return `'${day.slice(0, 10)}'`;
  }
  if (type.startsWith("timestamp"))
    return `'2026-01-${String((row % 28) + 1).padStart(2, "0")} 08:30:00'`;
  if (type.startsWith("boolean")) return row % 5 === 0 ? "FALSE" : "TRUE";
  if (type.startsWith("json"))
    return `'{"mode": "virement", "lignes": [${row}, 2], "remise": {"taux": 5}}'`;
  return `'${["Lyon", "payee", "Peinture", "gros œuvre"][row % 4]} ${row}'`;
}

function statements(): string[] {
  return Object.entries(FIRM).flatMap(([table, columns]) => [
    `CREATE TABLE ${table} (${columns.join(", ")})`,
    ...Array.from({ length: ROWS }, (_, i) => {
      const values = columns.map((column) => {
        const [name = "", type = ""] = column.split(" ");
        return valueFor(name, type, i + 1);
      });
      return `INSERT INTO ${table} VALUES (${values.join(", ")})`;
    }),
  ]);
}

/** Who reads, and who could write too, on both servers. */
export const ROLES = { reader: "lecteur", writer: "ecrivain", password: "mot-de-passe-2026" };

/** The tables that nobody but the superuser may read stand in a schema, or database, of their own. */
const PAYROLL = ["CREATE TABLE paie.salaires (id int PRIMARY KEY, net decimal(10,2))"];

/** Fills the server's first database with the tables of the corpus, each of 40 rows. */
export async function firmOnPostgres(server: DatabaseServer): Promise<FirmDatabase> {
  const sql = postgres({
    host: "127.0.0.1",
    port: server.port,
    user: "bench",
    database: "postgres",
    max: 1,
    onnotice: () => undefined,
  });
  const { reader, writer, password } = ROLES;
  const roles = [
    "CREATE SCHEMA paie",
    ...PAYROLL,
    `CREATE ROLE ${reader} LOGIN PASSWORD '${password}'`,
    `CREATE ROLE ${writer} LOGIN PASSWORD '${password}'`,
    `GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${reader}, ${writer}`,
    `GRANT INSERT, UPDATE ON factures TO ${writer}`,
    "ANALYZE",
  ];
  for (const statement of [...statements(), ...roles]) await sql.unsafe(statement);
  return {
    // By the protocol of one statement, as connections do. `simple` is not in the types.
    ask: async (text) => [
      ...(await sql.unsafe(text, [], { prepare: true, simple: false } as never)),
    ],
    end: () => sql.end(),
  };
}

/** The same on MariaDB, in a database of its own named `gestion`. */
export async function firmOnMariadb(server: DatabaseServer): Promise<FirmDatabase> {
  const connection = await createConnection({
    host: "127.0.0.1",
    port: server.port,
    user: "root",
    charset: "utf8mb4",
  });
  await connection.query("CREATE DATABASE gestion");
  await connection.query("USE gestion");
  const { reader, writer, password } = ROLES;
  const roles = [
    "CREATE DATABASE paie",
    ...PAYROLL,
    `CREATE USER ${reader}@'127.0.0.1' IDENTIFIED BY '${password}'`,
    `CREATE USER ${writer}@'127.0.0.1' IDENTIFIED BY '${password}'`,
    `GRANT SELECT ON gestion.* TO ${reader}@'127.0.0.1'`,
    `GRANT SELECT ON gestion.* TO ${writer}@'127.0.0.1'`,
    `GRANT INSERT, UPDATE ON gestion.factures TO ${writer}@'127.0.0.1'`,
  ];
  for (const statement of [...statements(), ...roles]) await connection.query(statement);
  return {
    ask: async (text) => (await connection.execute(text))[0] as unknown[],
    end: () => connection.end(),
  };
}
