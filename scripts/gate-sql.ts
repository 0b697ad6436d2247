import { parse } from "libpg-query";
import { FIRM } from "#domain/connections/gate/corpus/firm.ts";
import { POSTGRES_ACCEPTED } from "#domain/connections/gate/corpus/postgres-accepted.ts";
import { POSTGRES_REFUSED } from "#domain/connections/gate/corpus/postgres-refused.ts";
import { gatePostgres } from "#domain/connections/gate/postgres.ts";

// npm run gate:sql: every question of the corpus must pass the gate in front of a firm's database, every bypass must be refused.
const offered = {
  tables: new Set(Object.keys(FIRM).map((table) => `public.${table}`)),
  path: ["public"],
};
const started = performance.now();
const wrong: string[] = [];
for (const sql of POSTGRES_ACCEPTED) {
  const refusal = await gatePostgres(sql, parse, offered);
  if (refusal) wrong.push(`refused (${refusal.reason} ${refusal.what}): ${sql}`);
}
for (const [reason, sql] of POSTGRES_REFUSED) {
  const refusal = await gatePostgres(sql, parse, offered);
  if (refusal?.reason !== reason)
    wrong.push(`${refusal?.reason ?? "accepted"}, not ${reason}: ${sql}`);
}
for (const line of wrong) console.error(line);
const verdict = wrong.length > 0 ? `FAILED: ${wrong.length} queries` : "passed";
const figures = `PostgreSQL: ${POSTGRES_ACCEPTED.length} questions, ${POSTGRES_REFUSED.length} bypasses`;
console.log(`gate:sql: ${verdict}: ${figures} (${Math.round(performance.now() - started)} ms)`);
process.exitCode = wrong.length > 0 ? 1 : 0;
