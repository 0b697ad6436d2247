import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { standingOf } from "./drill/checksum.ts";
import { makeFirm, type DrillFirm } from "./drill/firm.ts";
import { findBytes, findRows, sum, type Found } from "./drill/search.ts";
import { build } from "./lib/build.ts";
import { serve, SWEEP, type Server } from "./lib/server.ts";

// npm run drill:deletion [-- --keep]: an organization with a word in its every corner is deleted on a server of its own; then
// the word is looked for in every row and every byte that the server wrote. --keep leaves the state folder.
const { values } = parseArgs({ options: { keep: { type: "boolean", default: false } } });
const state = mkdtempSync(join(tmpdir(), "aetheria-deletion-"));
const word = `canari${randomBytes(5).toString("hex")}`;
const other = `voisin${randomBytes(5).toString("hex")}`;
const DAY = 86_400_000;
const LONGEST_MS = 180_000;
const worker = await build({ types: false });
const faults: string[] = [];
const logged: Found[] = [];

/** A server whose clock is so many days ahead. */
function start(days: number): Promise<Server> {
  const vars = { ENVIRONMENT: "development", REQUESTS_PER_MINUTE: "1000000" };
  const ahead = { CLOCK_AHEAD_MS: String(days * DAY) };
  return serve({ build: worker, state, port: 0, vars: { ...vars, ...ahead } });
}

/** Each start begins the log anew: it is searched before it goes. */
async function stop(server: Server): Promise<void> {
  await sleep(3_000);
  await server.stop();
  logged.push(...findBytes(state, word).filter(({ file }) => file.endsWith("server.log")));
}

function hold(what: string, holds: boolean): void {
  console.log(`${holds ? "ok  " : "FAIL"} ${what}`);
  if (!holds) faults.push(what);
}

async function rows<T>(server: Server, sql: string): Promise<T[]> {
  return (await server.control.prepare(sql).all<T>()).results;
}

async function until(server: Server, sql: string): Promise<boolean> {
  for (const end = Date.now() + LONGEST_MS; Date.now() < end; await sleep(500))
    if ((await rows(server, sql)).length > 0) return true;
  return false;
}

/** What the API answers to an owner who signs in. */
async function signIn(server: Server, { email, password }: DrillFirm) {
  const answer = await fetch(`${server.url}/api/v1/auth/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  return { status: answer.status, text: await answer.text() };
}

function tell(when: string, found: readonly Found[]): void {
  const places = new Set(found.map(({ file, table }) => `${file} ${table}`)).size;
  console.log(`${when}: ${sum(found)} in ${places} places`);
}

let server = await start(0);
const firm = await makeFirm(server, word);
const neighbour = await makeFirm(server, other);
const reason = `Cessation ${word}`;
await firm.owner.post("/organization/deletion", { name: firm.name, reason });
await stop(server);
// What ends by itself meanwhile, the access of support, has ended before the other organization is counted.
server = await start(4);
await server.cron(SWEEP);
const ended = "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM support_grants WHERE ended_at IS NULL)";
hold("after 4 days the access of support has ended", await until(server, ended));
await stop(server);
const planted = findRows(state, word);
tell("Planted, rows", planted);
tell("Planted, bytes", findBytes(state, word));
hold("the word is in 15 tables or more", planted.length >= 15);
const before = standingOf(state, other);
console.log(
  `The other organization: ${before.rows} rows, ${before.files} files, ${before.checksum}`,
);

server = await start(28);
await server.cron(SWEEP);
const reminders = await rows(server, "SELECT 1 FROM mails WHERE kind = 'deletion_reminder'");
hold("after 28 days owners are reminded, and nothing is deleted", reminders.length === 1);
hold("after 28 days the owner signs in as ever", (await signIn(server, firm)).status === 200);
await stop(server);

server = await start(31);
const began = Date.now();
await server.cron(SWEEP);
hold("after 31 days access ends", await until(server, "SELECT 1 FROM deleted_organizations"));
console.log(`     ${((Date.now() - began) / 1000).toFixed(1)} s after cron`);
const refused = await signIn(server, firm);
hold("its owner is told since when", refused.status === 403 && /deletedAt/.test(refused.text));
await server.stop();
server = await start(31);
await server.cron(SWEEP);
const gone = await until(
  server,
  "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM organization_deletions)",
);
hold("a server that was stopped midway goes on to the end", gone);
console.log(`     ${((Date.now() - began) / 1000).toFixed(1)} s after cron`);
const left = await rows<{ id: string }>(server, "SELECT * FROM deleted_organizations");
hold(
  "one row remains, with its id and the date alone",
  left.length === 1 && left[0]?.id === firm.id,
);
hold("the other organization works", (await signIn(server, neighbour)).status === 200);
await stop(server);

const foundBytes = findBytes(state, word);
const foundRows = findRows(state, word);
const after = standingOf(state, other);
for (const { file, table, count } of [...foundRows, ...foundBytes])
  console.log(`     ${count} in ${file} ${table ?? ""}`);
tell("Left, rows", foundRows);
tell("Left, bytes", foundBytes);
tell("In logs", logged);
hold("the word is in no row", foundRows.length === 0);
hold("the word is in no byte", foundBytes.length === 0);
hold("the word was in no log", logged.length === 0);
console.log(`The other organization: ${after.rows} rows, ${after.files} files, ${after.checksum}`);
hold("the other organization is the same", JSON.stringify(after) === JSON.stringify(before));
if (!values.keep) rmSync(state, { recursive: true, force: true });
else console.log(state);
console.log(
  `${sum(planted)} rows planted, ${sum(foundRows)} rows and ${sum(foundBytes)} bytes' places left, ${faults.length} faults`,
);
process.exit(faults.length === 0 ? 0 : 1);
