import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { newId } from "#domain/ids.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { mintOrganization, testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import { rotateSecrets } from "./rotate.ts";
import { seal, unseal } from "./seal.ts";
import { SEALED_COLUMNS } from "./sealed-columns.ts";

const key = (id: string) =>
  `${id}:${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`;
const [k1, k2] = [key("k1"), key("k2")];
const before = { ...testEnv, DATA_KEYS: k1 };
const after = { ...testEnv, DATA_KEYS: `${k2},${k1}` };
const last = { ...testEnv, DATA_KEYS: k2 };

const COLUMNS = [
  { table: "test_people", row: "user_id", column: "secret", owner: "user_id" },
  { table: "test_connections", row: "id", column: "password" },
];
const ofPerson = (row: string) => ({ owner: row, table: "test_people", row, column: "secret" });
let firm: TestOrganization;
const ofFirm = (row: string) => {
  const owner = firm.tenant.organizationId;
  return { owner, table: "test_connections", row, column: "password" };
};
const people = Array.from({ length: 120 }, () => newId("usr"));
const sealedOf = () =>
  rows<{ user_id: string; secret: string }>("SELECT user_id, secret FROM test_people");

beforeAll(async () => {
  firm = await mintOrganization();
  await change("CREATE TABLE test_people (user_id TEXT PRIMARY KEY, secret TEXT) STRICT");
  await firm.db.exec("CREATE TABLE test_connections (id TEXT PRIMARY KEY, password TEXT) STRICT");
});

beforeEach(async () => {
  await change("DELETE FROM test_people");
  await firm.db.exec("DELETE FROM test_connections");
  const insert = testEnv.CONTROL_DB.prepare("INSERT INTO test_people VALUES (?, ?)");
  const all = people.map(async (id) =>
    insert.bind(id, await seal(before, ofPerson(id), `of ${id}`)),
  );
  await testEnv.CONTROL_DB.batch(await Promise.all(all));
  await firm.db
    .prepare("INSERT INTO test_connections VALUES ('con_1', ?), ('con_2', NULL)")
    .bind(await seal(before, ofFirm("con_1"), "s3cr3t"))
    .run();
});

describe("rotation", () => {
  it("seals everything anew, in the control database and in organizations, after which the old key is not needed", async () => {
    const done = await rotateSecrets(after, COLUMNS);
    expect(done).toEqual({ resealed: 121, overtaken: 0, left: 0 });
    for (const { user_id: id, secret } of await sealedOf()) {
      expect(await unseal(last, ofPerson(id), secret)).toBe(`of ${id}`);
    }
    const password = await firm.db
      .prepare("SELECT password FROM test_connections WHERE id = 'con_1'")
      .first<string>("password");
    expect(await unseal(last, ofFirm("con_1"), password ?? "")).toBe("s3cr3t");
    expect(await rotateSecrets(after, COLUMNS)).toEqual({ resealed: 0, overtaken: 0, left: 0 });
  });

  it("goes on where it was broken off", async () => {
    const batch = people.slice(0, 70);
    for (const id of batch) {
      const secret = await seal(after, ofPerson(id), `of ${id}`);
      await change("UPDATE test_people SET secret = ? WHERE user_id = ?", secret, id);
    }
    expect(await rotateSecrets(after, COLUMNS)).toMatchObject({ resealed: 51, left: 0 });
  });

  it("loses no write and fails no read that happens meanwhile", async () => {
    const others = { running: true };
    let reads = 0;
    const expected = new Map(people.map((id) => [id, [`of ${id}`]]));
    const write = async () => {
      for (let n = 0; others.running; n += 1) {
        const id = people[(n * 7) % people.length] ?? "";
        const text = `written ${n}`;
        // A request knows the value from before or from after its own write, never another one.
        expected.set(id, [...(expected.get(id) ?? []).slice(-1), text]);
        const secret = await seal(after, ofPerson(id), text);
        await change("UPDATE test_people SET secret = ? WHERE user_id = ?", secret, id);
        expected.set(id, [text]);
      }
    };
    const read = async () => {
      while (others.running) {
        for (const { user_id: id, secret } of await sealedOf()) {
          expect(await unseal(after, ofPerson(id), secret)).not.toBe("");
          reads += 1;
        }
      }
    };
    const working = [write(), read()];
    const done = await rotateSecrets(after, COLUMNS);
    others.running = false;
    await Promise.all(working);
    expect(reads).toBeGreaterThan(0);
    expect(done.left).toBe(0);
    for (const { user_id: id, secret } of await sealedOf()) {
      expect(expected.get(id)).toContain(await unseal(last, ofPerson(id), secret));
    }
  });

  it("never writes over what somebody changed between its reading and its writing", async () => {
    // The first to be read: rows go by their id, and ids of one instant are in no order.
    const [id = ""] = people.toSorted();
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
    const fresh = await seal(after, ofPerson(id), "changed meanwhile");
    const spy = vi.spyOn(crypto.subtle, "encrypt").mockImplementationOnce(async (...words) => {
      await change("UPDATE test_people SET secret = ? WHERE user_id = ?", fresh, id);
      return encrypt(...words);
    });
    const done = await rotateSecrets(after, COLUMNS);
    spy.mockRestore();
    expect(done).toEqual({ resealed: 120, overtaken: 1, left: 0 });
    const [row] = await rows<{ secret: string }>(
      "SELECT secret FROM test_people WHERE user_id = ?",
      id,
    );
    expect(row?.secret).toBe(fresh);
  });

  it("leaves what no key opens, says where, and goes on", async () => {
    const lines: string[] = [];
    vi.spyOn(console, "error").mockImplementation((line: string) => void lines.push(line));
    const [lost = ""] = people;
    await change("UPDATE test_people SET secret = 'v1.k0.AAAA' WHERE user_id = ?", lost);
    const done = await rotateSecrets(after, COLUMNS);
    vi.restoreAllMocks();
    expect(done).toEqual({ resealed: 120, overtaken: 0, left: 1 });
    expect(lines.join()).toContain(lost);
    expect(lines.join()).not.toContain("AAAA");
  });
});

describe("the list of sealed columns", () => {
  it("names columns that exist", async () => {
    for (const { table, row, column, owner } of SEALED_COLUMNS.filter((one) => one.owner)) {
      await rows(`SELECT ${row}, ${column}, ${owner} FROM ${table} LIMIT 1`);
    }
    expect(SEALED_COLUMNS.length).toBeGreaterThan(0);
  });
});
