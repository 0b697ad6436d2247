import { parse } from "libpg-query";
import { FIRM } from "#domain/connections/gate/corpus/firm.ts";
import { MYSQL_ACCEPTED } from "#domain/connections/gate/corpus/mysql-accepted.ts";
import { POSTGRES_ACCEPTED } from "#domain/connections/gate/corpus/postgres-accepted.ts";
import { POSTGRES_REFUSED } from "#domain/connections/gate/corpus/postgres-refused.ts";
import { gatePostgres } from "#domain/connections/gate/postgres.ts";
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

const offered = {
  tables: new Set(Object.keys(FIRM).map((table) => `public.${table}`)),
  path: ["public"],
};
for (const sql of POSTGRES_ACCEPTED) {
  const refusal = await gatePostgres(sql, parse, offered);
  if (refusal) wrong.push(`refused (${refusal.reason} ${refusal.what}): ${sql}`);
}
for (const [reason, sql] of POSTGRES_REFUSED) {
  const refusal = await gatePostgres(sql, parse, offered);
  if (refusal?.reason !== reason)
    wrong.push(`${refusal?.reason ?? "accepted"}, not ${reason}: ${sql}`);
}

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
  `PostgreSQL ${postgres.version}: ${POSTGRES_ACCEPTED.length} questions, ${POSTGRES_REFUSED.length} bypasses`,
  `MariaDB ${mariadb.version}: ${MYSQL_ACCEPTED.length} questions run`,
];
console.log(`gate:sql: ${verdict}: ${figures.join("; ")}`);
process.exitCode = wrong.length > 0 ? 1 : 0;
