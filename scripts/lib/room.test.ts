import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bin, ROOT } from "./paths.ts";
import { addRoom } from "./room.ts";

// A room of two words, added to a copy of this repository, passes what every other room passes.
const LEFT = /^(node_modules|\.git|\.state|\.build|\.wrangler|bench\/(data|peers)|web\/dist)(\/|$)/;
const copy = mkdtempSync(join(tmpdir(), "room-"));
let files: string[] = [];

/** Runs a tool in the copy and answers how it ended. */
const runIn = (command: string, ...args: string[]) => {
  const env = { ...process.env, CI: "true", NO_COLOR: "1" };
  const done = spawnSync(bin(command), args, { cwd: copy, encoding: "utf8", env });
  return { status: done.status, output: done.stdout + done.stderr };
};

/** The same; answers its output, and fails with it when the tool does. */
const mustPass = (command: string, ...args: string[]): string => {
  const { status, output } = runIn(command, ...args);
  if (status !== 0) throw new Error(`${command} failed:\n${output}`);
  return output;
};

beforeAll(() => {
  cpSync(ROOT, copy, {
    recursive: true,
    filter: (path) => !LEFT.test(path.slice(ROOT.length + 1)),
  });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  files = addRoom(copy, "proof-visits");
  mustPass("oxfmt", ...files.filter((path) => /\.tsx?$/.test(path)));
}, 60_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("stands on every floor, with tests and a migration of its own", () => {
  expect(files).toEqual(
    expect.arrayContaining([
      "domain/proof-visits/api.ts",
      "domain/proof-visits/model.test.ts",
      "domain/i18n/fr/proof-visits.ts",
      "domain/i18n/en/proof-visits.ts",
      "worker/features/proof-visits/create-proof-visit.ts",
      "worker/features/proof-visits/create-proof-visit.workerd.test.ts",
      "web/features/proof-visits/routes.ts",
      "web/features/proof-visits/add-proof-visit.web.test.tsx",
    ]),
  );
  expect(
    files.filter((path) => /^migrations\/tenant\/\d{4}_proof_visits\.sql$/.test(path)),
  ).toHaveLength(1);
  for (const path of files) expect(readFileSync(join(copy, path), "utf8")).not.toMatch(/@\w+@/);
});

test("is formatted, linted and typed, and a text that is missing in one language fails the build", () => {
  const code = files.filter((path) => /\.tsx?$/.test(path));
  mustPass("oxfmt", "--check", ...code);
  expect(mustPass("oxlint", ...code)).toContain("0 errors");
  expect(mustPass("tsc", "--noEmit")).toBe("");
  // One check of the page's side tells both: what is missing, and nothing else.
  const english = "domain/i18n/en/proof-visits.ts";
  const whole = readFileSync(join(copy, english), "utf8");
  writeFileSync(join(copy, english), whole.replace(/^ {2}add:.*\n/m, ""));
  const { status, output } = runIn("tsc", "--noEmit", "--pretty", "false", "-p", "web");
  writeFileSync(join(copy, english), whole);
  expect(status).not.toBe(0);
  const found = output.match(/^\S.*/gm) ?? [];
  const missing = /^domain\/i18n\/en\/proof-visits\.ts.*Property 'add' is missing/;
  expect(found).toContainEqual(expect.stringMatching(missing));
  for (const line of found) expect(line).toMatch(/ type 'Texts</);
  // What the build checks is a part of that side, and this text is in it.
  expect(mustPass("tsc", "--listFilesOnly", "-p", "scripts/types/web.json")).toContain(english);
}, 300_000);

/** What vitest's report says of a file. */
interface Report {
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
}

test("its tests pass, and the contract of every route holds for it", () => {
  // Of the suites that visit every route, those that a room must be known to; of their tests, those of its routes and of the whole.
  const contract = ["refusals", "audit-trail", "isolation.workerd", "round-trips"];
  const suites = contract.map((name) => `worker/contract/${name}`);
  const named =
    "proof-visits|[pP]roofVisit|is declared once|has no secret|permissions|is known here|never happened|tenant migrations";
  const report = join(copy, "report.json");
  const told = ["--reporter=json", `--outputFile=${report}`];
  mustPass("vitest", "run", "-t", named, ...told, "proof-visit", ...suites, "migrations.workerd");
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
  const testsOf = (path: string) =>
    testResults
      .filter(({ name }) => name.includes(path))
      .flatMap(({ assertionResults }) => assertionResults);
  const own = files.filter((path) => path.includes(".test."));
  expect(own.length).toBeGreaterThan(3);
  for (const path of [...own, "migrations.workerd"])
    expect(new Set(testsOf(path).map(({ status }) => status))).toEqual(new Set(["passed"]));
  for (const suite of suites) {
    const passed = testsOf(suite).filter(({ status }) => status === "passed");
    const route = suite.endsWith("round-trips") ? "get /proof-visits" : "post /proof-visits";
    expect(passed.map(({ fullName }) => fullName).join("\n")).toContain(route);
  }
}, 300_000);

test("a second room of the same name is refused, and nothing is written", () => {
  expect(() => addRoom(copy, "proof-visits")).toThrow("already");
});
