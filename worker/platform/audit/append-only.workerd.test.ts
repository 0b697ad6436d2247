import { beforeAll, describe, expect, it } from "vitest";
import { addClient } from "#worker/features/clients/testing.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";

let organization: TestOrganization;
const run = (sql: string) => organization.db.prepare(sql).run();
const count = (table: string) =>
  organization.db.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>("n");

beforeAll(async () => {
  organization = await mintOrganization();
  const headers = { "cf-connecting-ip": "203.0.113.7" };
  await organization.owner.call("post /clients", { company: "Mairie" }, headers);
  await addClient(organization.owner, { company: "Port" });
  await run(
    `INSERT INTO access_log (at, actor_id, actor_name, actor_kind, action, detail, request_id)
     VALUES ('2999-01-01T00:00:00.000Z', 'usr_1', 'Claire', 'person', 'members.listed', '{}', 'req_1')`,
  );
});

describe("the audit log", () => {
  it("says who, from where, and what the record was called", async () => {
    const row = await organization.db.prepare("SELECT * FROM audit ORDER BY id").first();
    expect(row).toMatchObject({
      actor_id: organization.owner.userId,
      actor_name: "Claire Morvan",
      actor_kind: "person",
      action: "client.created",
      label: "Mairie",
      address: "203.0.113.7",
      request_id: expect.stringMatching(/^req_/),
    });
  });

  it.each([
    ["changed", "UPDATE audit SET actor_id = 'usr_other'"],
    ["deleted", "DELETE FROM audit"],
    ["replaced", "REPLACE INTO audit SELECT * FROM audit WHERE id = 1"],
    [
      "written into the past",
      "INSERT INTO audit (id, at, actor_id, action, entity, entity_id, changes, request_id) VALUES (1, '', '', '', '', '', '', '')",
    ],
  ])("can't be %s", async (_name, sql) => {
    await expect(run(sql)).rejects.toThrow("audit_append_only");
    expect(await count("audit")).toBe(2);
  });

  it("lets nobody forget what is young or unsealed", async () => {
    await run("INSERT INTO audit_seals VALUES (1, 'a hash')");
    const forget = (upTo: number, hash: string) =>
      run(`INSERT INTO audit_retention VALUES (${upTo}, '${hash}', 1, '')`);
    await expect(forget(1, "a hash")).rejects.toThrow("audit_retention_refused");
    await expect(forget(2, "a hash")).rejects.toThrow("audit_retention_refused");
    await expect(run("UPDATE audit_seals SET hash = 'x'")).rejects.toThrow("audit_append_only");
    await expect(run("DELETE FROM audit_seals")).rejects.toThrow("audit_append_only");
    await run("REPLACE INTO audit_seals VALUES (1, 'another')");
    const seal = organization.db.prepare("SELECT hash FROM audit_seals");
    expect(await seal.first("hash")).toBe("a hash");
  });
});

describe("the access log", () => {
  it.each([
    ["changed", "UPDATE access_log SET actor_id = 'usr_other'"],
    ["deleted while it is young", "DELETE FROM access_log"],
    ["replaced", "REPLACE INTO access_log SELECT * FROM access_log"],
  ])("can't be %s", async (_name, sql) => {
    await expect(run(sql)).rejects.toThrow("audit_append_only");
    expect(await count("access_log")).toBe(1);
  });
});
