import { parse } from "libpg-query";
import { FIRM } from "#domain/connections/gate/corpus/firm.ts";
import { MYSQL_ACCEPTED } from "#domain/connections/gate/corpus/mysql-accepted.ts";
import { MYSQL_REFUSED } from "#domain/connections/gate/corpus/mysql-refused.ts";
import { POSTGRES_ACCEPTED } from "#domain/connections/gate/corpus/postgres-accepted.ts";
import { POSTGRES_REFUSED } from "#domain/connections/gate/corpus/postgres-refused.ts";
import { gateMysql } from "#domain/connections/gate/mysql.ts";
import { gatePostgres } from "#domain/connections/gate/postgres.ts";
import type { GateReason, GateRefusal } from "#domain/connections/gate/refusal.ts";
import { firmOnMariadb, firmOnPostgres, type FirmDatabase } from "./databases/firm.ts";
import { startMariadb } from "./databases/mariadb.ts";
import { startPostgres } from "./databases/postgres.ts";

// npm run gate:sql: every question of the corpus must pass the gate in front of a firm's database and run on a real server;
// every bypass must be refused for its reason.
const wrong: string[] = [];

/** Runs each question: one that a server refuses proves nothing by being accepted. */
async function runOn(name: string, database: FirmDatabase, questions: readonly string[]) {
  for (const sql of questions) {
    await database
      .ask(sql)
      .catch((error: unknown) => wrong.push(`${name}: ${String(error)}: ${sql}`));
  }
  await database.end();
}

const offeredIn = (schema: string) => ({
  tables: new Set(Object.keys(FIRM).map((table) => `${schema}.${table}`)),
  path: [schema],
});

type Gate = (sql: string) => Promise<GateRefusal | null> | GateRefusal | null;

/** Asks a gate for each question and each bypass. */
async function hold(
  name: string,
  gate: Gate,
  accepted: readonly string[],
  refused: readonly (readonly [GateReason, string])[],
) {
  for (const sql of accepted) {
    const refusal = await gate(sql);
    if (refusal) wrong.push(`${name}: refused (${refusal.reason} ${refusal.what}): ${sql}`);
  }
  for (const [reason, sql] of refused) {
    const given = (await gate(sql))?.reason ?? "accepted";
    if (given !== reason) wrong.push(`${name}: ${given}, not ${reason}: ${sql}`);
  }
}

await hold(
  "PostgreSQL",
  (sql) => gatePostgres(sql, parse, offeredIn("public")),
  POSTGRES_ACCEPTED,
  POSTGRES_REFUSED,
);
await hold("MySQL", (sql) => gateMysql(sql, offeredIn("gestion")), MYSQL_ACCEPTED, MYSQL_REFUSED);

/** What the gate has to let through at least, over both kinds. */
const LEAST = 300;
const questions = POSTGRES_ACCEPTED.length + MYSQL_ACCEPTED.length;
if (questions < LEAST) wrong.push(`${questions} questions, not ${LEAST}`);

const postgres = await startPostgres();
const mariadb = await startMariadb();
try {
  await runOn("PostgreSQL", await firmOnPostgres(postgres), POSTGRES_ACCEPTED);
  await runOn("MariaDB", await firmOnMariadb(mariadb), MYSQL_ACCEPTED);
} finally {
  await Promise.all([postgres.stop(), mariadb.stop()]);
}

for (const line of wrong) console.error(line);
const verdict = wrong.length > 0 ? `FAILED: ${wrong.length} queries` : "passed";
const figures = [
  `PostgreSQL ${postgres.version}: ${POSTGRES_ACCEPTED.length} questions run, ${POSTGRES_REFUSED.length} bypasses refused`,
  `MariaDB ${mariadb.version}: ${MYSQL_ACCEPTED.length} questions run, ${MYSQL_REFUSED.length} bypasses refused`,
  `${questions} questions in all`,
];
console.log(`gate:sql: ${verdict}: ${figures.join("; ")}`);
process.exitCode = wrong.length > 0 ? 1 : 0;
