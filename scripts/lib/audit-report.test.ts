import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AuditRow } from "#domain/audit/chain.ts";
import { seal } from "#objects/outbox/audit-chain.ts";
import { chainMemory } from "#objects/outbox/chain-memory.ts";
import { auditReports, lineOf, summaryOf } from "./audit-report.ts";
import { ROOT } from "./paths.ts";

const ORGANIZATION = "org_1";
let state: string;
let tenant: DatabaseSync;
let object: DatabaseSync;

function open(path: string): DatabaseSync {
  mkdirSync(join(state, path, ".."), { recursive: true });
  const database = new DatabaseSync(join(state, path));
  // A file of a second's life needs no disk to be waited for.
  database.exec("PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL");
  return database;
}

/** Seals what stands in the organization's file, with the object's own code and file. */
async function sealAll(): Promise<void> {
  const sql = {
    exec: (text: string, ...values: (string | number)[]) => {
      const rows = object.prepare(text).all(...values);
      return { toArray: () => rows };
    },
  } as unknown as SqlStorage;
  await seal({
    memory: chainMemory(sql),
    digest: (text) => createHash("sha256").update(text).digest("hex"),
    organizationId: () => ORGANIZATION,
    rowsAfter: async (id, limit) =>
      tenant
        .prepare("SELECT * FROM audit WHERE id > ? ORDER BY id LIMIT ?")
        .all(id, limit) as unknown as AuditRow[],
    writeSeals: async (seals) => {
      const insert = tenant.prepare("INSERT INTO audit_seals VALUES (?, ?)");
      tenant.exec("BEGIN");
      for (const { id, hash } of seals) insert.run(id, hash);
      tenant.exec("COMMIT");
    },
    forgottenUpTo: async () => null,
    forgettable: async () => null,
    forgetUpTo: async () => 0,
  });
}

function addRows(count: number): void {
  const insert = tenant.prepare(
    `INSERT INTO audit (at, actor_id, action, entity, entity_id, changes, request_id)
     VALUES ('2026-11-24T09:00:00.000Z', 'usr_1', 'client.created', 'client', 'cli_1', '[]', '')`,
  );
  tenant.exec("BEGIN");
  for (let i = 0; i < count; i += 1) insert.run();
  tenant.exec("COMMIT");
}

async function reports() {
  const found = [];
  for await (const report of auditReports(state)) found.push(report);
  return found;
}

beforeEach(async () => {
  state = mkdtempSync(join(tmpdir(), "audit-"));
  tenant = open("d1/databases/tenant.sqlite");
  object = open("do/aetheria-OutboxRoom/object.sqlite");
  for (const file of globSync(join(ROOT, "migrations/tenant/*.sql")).toSorted()) {
    tenant.exec(readFileSync(file, "utf8").replaceAll(/^--> statement$/gm, ";"));
  }
  tenant.exec(`INSERT INTO _meta VALUES (1, '${ORGANIZATION}', '')`);
  object.exec("CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL)");
  const owner = JSON.stringify({ organizationId: ORGANIZATION, binding: "TENANT_DB_000" });
  object.prepare("INSERT INTO state VALUES ('tenant', ?)").run(owner);
  addRows(1200);
  await sealAll();
});
afterEach(() => {
  tenant.close();
  object.close();
  rmSync(state, { recursive: true });
});

describe("the audit report", () => {
  it("finds a log intact and counts what is sealed and what is not", async () => {
    addRows(2);
    const found = await reports();
    expect(found).toMatchObject([{ checked: 1200, unsealed: 2, findings: [], witnessed: true }]);
    expect(lineOf(found[0]!)).toBe(
      "org_1: 1,200 rows held against their seals, 2 not sealed yet, intact",
    );
    expect(summaryOf(found)).toEqual({
      line: "1 organization, 1,200 rows, every log is intact",
      good: true,
    });
  });

  it("names a row that was changed in the file", async () => {
    tenant.exec("DROP TRIGGER audit_never_changed");
    tenant.exec("UPDATE audit SET actor_id = 'usr_scapegoat' WHERE id = 700");
    const found = await reports();
    expect(found[0]?.findings).toEqual([{ kind: "changed", id: 700, upTo: 700 }]);
    expect(summaryOf(found)).toEqual({
      line: "1 organization, 1,200 rows, 1 NOT intact",
      good: false,
    });
  });

  it("trusts no log whose witness is gone", async () => {
    object.exec("DELETE FROM chain");
    const found = await reports();
    expect(found).toMatchObject([{ witnessed: false }]);
    expect(summaryOf(found).good).toBe(false);
  });
});

function run(): string {
  return execFileSync(process.execPath, ["scripts/verify-audit.ts", "--state", state], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
}

describe("npm run verify:audit", () => {
  it("ends with a line that sums up, and fails when a row was tampered with", () => {
    expect(run()).toMatch(/^org_1: .* intact\n1 organization, 1,200 rows, every log is intact\n$/);
    tenant.exec("DROP TRIGGER audit_never_deleted");
    tenant.exec("DELETE FROM audit WHERE id = 12");
    expect(run).toThrow("Command failed");
  });
});
