import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { FileLine } from "#domain/exports/manifest.ts";
import { openArchive } from "./drill/archive.ts";
import { compare, lineOf, type Compared } from "./drill/compare.ts";
import { addHistory } from "./drill/history.ts";
import { ownerBy } from "./drill/owner.ts";
import { placesOf, plainLine } from "./drill/places.ts";
import { auditReports, lineOf as auditLine } from "./lib/audit-report.ts";
import { build } from "./lib/build.ts";
import { seedOnce } from "./lib/demo.ts";
import { demoPeople } from "./lib/control.ts";
import { serve } from "./lib/server.ts";

// npm run drill:restore [-- --keep]: the demo firm, with files and board history, is exported and restored into a new
// organization; then every row, board and file of both is held against the archive. --keep leaves the state folder.
const { values } = parseArgs({ options: { keep: { type: "boolean", default: false } } });
const began = Date.now();
const state = mkdtempSync(join(tmpdir(), "aetheria-restore-"));
const number = new Intl.NumberFormat("en-US");
const seconds = (since: number) => ((Date.now() - since) / 1000).toFixed(1);
/** Logs go on where the archive ends; names of its people are kept beside the restored rows. */
const GROWS = new Set(["audit", "audit_seals", "access_log", "former_people"]);

const server = await serve({
  build: await build({ types: false }),
  state,
  port: 0,
  vars: { ENVIRONMENT: "development", REQUESTS_PER_MINUTE: "1000000" },
});

/** Makes the firm, takes it out and brings it back in, while the server runs. */
async function drill() {
  await seedOnce(server, state);
  const [person] = await demoPeople(server.control);
  if (!person) throw new Error("The demo firm has no owner");
  const owner = await ownerBy(await server.link(person.email));
  const me = await owner.get<{ organization: { id: string } }>("/auth/me");
  const originId = me.organization.id;
  await addHistory(owner, (path, text) => server.putFile(`${originId}/${path}`, text));
  // The objects bring their ops to the database within a second.
  await sleep(1_500);
  const exporting = Date.now();
  const { bytes: archive } = await owner.exportAll();
  console.log(`Exported ${number.format(archive.length)} bytes in ${seconds(exporting)} s`);
  const restoring = Date.now();
  const { organizationId } = await owner.restore(archive, "Restored");
  console.log(`Restored into ${organizationId} in ${seconds(restoring)} s`);
  await sleep(1_500);
  return { archive, originId, organizationId };
}

const drilled = drill();
await drilled.catch(() => undefined);
await server.stop();
const done = await drilled;
const { manifest, lines, bytes: entry } = openArchive(done.archive);
const [origin, restored] = [placesOf(state, done.originId), placesOf(state, done.organizationId)];
const tables = manifest.tables.map((table) =>
  compare({
    name: table.name,
    origin: origin.table(table),
    archive: lines(table.parts),
    restored: restored.table(table),
    ...(GROWS.has(table.name) ? { grows: "log" as const } : {}),
  }),
);
const boards = manifest.boards.map(({ id, parts }) =>
  compare({
    name: `board ${id}`,
    origin: origin.board(id) ?? [],
    archive: lines(parts).map(plainLine),
    restored: restored.board(id) ?? [],
  }),
);
const index = lines(manifest.files.parts).map((line) => FileLine.parse(JSON.parse(line)));
const spell = (files: Iterable<readonly [string, string]>) =>
  [...files].map(([path, sum]) => `${path} ${sum}`).toSorted();
const files = compare({
  name: "files",
  origin: spell(origin.files()),
  archive: spell(index.map(({ path, sha256 }) => [path, sha256] as const)),
  restored: spell(restored.files()),
});
const sizes = index.filter(({ entry: name, size }) => entry(name).length !== size).length;
const compared: Compared[] = [...tables, ...boards, files];
for (const one of compared) console.log(lineOf(one));

let tampered = 0;
let logs = 0;
for await (const report of auditReports(state)) {
  console.log(`Audit of ${auditLine(report)}`);
  logs += 1;
  if (report.findings.length > 0 || !report.witnessed) tampered += 1;
}
const missing = boards.filter(({ rows }) => rows === 0).length + (logs === 2 ? 0 : 1);
const differences =
  compared.reduce((sum, one) => sum + one.differences, 0) + sizes + tampered + missing;
const rows = tables.reduce((sum, one) => sum + one.rows, 0);
if (values.keep) console.log(state);
else rmSync(state, { recursive: true, force: true });
console.log(
  `drill: ${tables.length} tables, ${number.format(rows)} rows, ${boards.length} boards, ${files.rows} files equal; ${differences} differences; ${seconds(began)} s`,
);
process.exit(differences === 0 && boards.length > 0 && files.rows > 0 ? 0 : 1);
