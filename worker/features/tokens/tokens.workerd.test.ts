import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { AuditEntry } from "#domain/audit/model.ts";
import type { Token } from "#domain/tokens/model.ts";
import { refusal } from "#worker/features/identity/testing.ts";
import { change, delivered, rows } from "#worker/platform/testing-databases.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";
import {
  mintOrganization,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";
import { answered, inDays, makeToken, using, words } from "./testing.ts";

let firm: TestOrganization;
let lucas: TestPerson;

beforeAll(async () => {
  quiet();
  firm = await mintOrganization();
  lucas = await firm.join("member", "Lucas Petit");
});

afterAll(() => void vi.restoreAllMocks());

const list = async (person: TestPerson, path = "/tokens") =>
  (await answered<{ items: Token[] }>(person.call(`get ${path}`))).items;

describe("a personal token", () => {
  it("opens what its keys and its person's open, and is told once", async () => {
    const made = await makeToken(lucas);
    expect(made.token).toMatch(/^aet_u[0-9A-Za-z]{105}$/);
    const call = using(made.token);
    expect((await call("get /clients")).status).toBe(200);
    const refused = await call("post /clients", { company: "Port" });
    expect(await refusal(refused)).toEqual([403, "permission.denied"]);
    const [mine] = await list(lucas);
    const { token, ...rest } = made;
    expect(mine).toMatchObject({ ...rest, usedAt: expect.any(String) });
    expect(JSON.stringify(mine)).not.toContain(token);
    expect(mine?.hint).toBe(token.slice(-4));
  });

  it("is stored as a hash", async () => {
    const { token } = await makeToken(lucas);
    const stored = JSON.stringify(await rows("SELECT * FROM api_tokens"));
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(token.slice(60, 100));
  });

  it("never holds a key that its maker lacks", async () => {
    const asked = words({ permissions: ["clients.read", "clients.delete"] });
    const answer = await lucas.call("post /tokens", asked);
    expect(await refusal(answer)).toEqual([403, "permission.denied"]);
  });

  it("that changes something reads it as well: whoever changes a record is answered with it", async () => {
    const asked = words({ permissions: ["clients.write", "boards.read"] });
    const answer = await lucas.call("post /tokens", asked);
    expect(await refusal(answer)).toEqual([422, "token.read_needed"]);
  });

  it.each(["identity.roles", "tokens.create", "identity.own", "tokens.manage"])(
    "takes no key that opens nothing to it: %s",
    async (key) => {
      const body = { ...words(), permissions: [key] };
      expect((await firm.owner.call("post /tokens", body)).status).toBe(422);
    },
  );

  it.each([
    ["yesterday", -1],
    ["after more than a year", 367],
  ])("does not end %s", async (_when, days) => {
    const answer = await lucas.call("post /tokens", words({ expiresAt: inDays(days) }));
    expect(await refusal(answer)).toEqual([422, "token.expiry_invalid"]);
  });

  it("is made by whoever proved who they are in the last ten minutes", async () => {
    const person = await firm.join("member");
    const long = new Date(Date.now() - 11 * 60_000).toISOString();
    await change("UPDATE sessions SET proven_at = ? WHERE id = ?", long, person.sessionId);
    const answer = await person.call("post /tokens", words());
    expect(await refusal(answer)).toEqual([403, "auth.fresh_required"]);
  });

  it("is one of fifty that work at most", async () => {
    const person = await firm.join("member");
    const { id } = await makeToken(person);
    await change(
      `INSERT INTO api_tokens (hash, id, organization_id, user_id, name, permissions, hint, created_by, created_at, expires_at)
       SELECT value, value, organization_id, user_id, name, permissions, hint, created_by, created_at, expires_at
       FROM api_tokens, json_each(?) WHERE api_tokens.id = ?`,
      JSON.stringify(Array.from({ length: 49 }, (_, place) => `more_${place}`)),
      id,
    );
    const full = await person.call("post /tokens", words());
    expect(await refusal(full)).toEqual([409, "token.limit"]);
    await answered(person.call(`delete /tokens/${id}`));
    await makeToken(person);
  });

  it("is told by mail to a confirmed address, and to no other", async () => {
    const [person, stranger] = [await firm.join("member"), await firm.join("member")];
    const confirm = "UPDATE users SET email_verified_at = created_at WHERE id = ?";
    await change(confirm, person.userId);
    for (const one of [person, stranger]) await makeToken(one, { name: "Sauvegarde" });
    const sql = "SELECT params FROM mails WHERE kind = 'token_created' AND user_id = ?";
    const [mail, ...more] = await rows<{ params: string }>(sql, person.userId);
    expect([mail?.params.includes("Sauvegarde"), more]).toEqual([true, []]);
    expect(await rows(sql, stranger.userId)).toEqual([]);
  });

  it("is told in the account's events and in the audit, without itself", async () => {
    const person = await firm.join("manager", "Nadia Roux");
    const { id, token } = await makeToken(person, { name: "Comptabilité" });
    await answered(firm.owner.call(`delete /tokens/${id}`));
    const { items } = await answered<{ items: { kind: string }[] }>(
      person.call("get /auth/events"),
    );
    expect(items.map(({ kind }) => kind)).toEqual(["token.revoked", "token.created"]);
    await delivered();
    const audit = await answered<{ items: AuditEntry[] }>(firm.owner.call("get /audit"));
    const told = audit.items.filter((row) => row.entityId === id);
    expect(told).toMatchObject([
      { action: "token.revoked", label: "Comptabilité", actor: { name: "Claire Morvan" } },
      { action: "token.created", label: "Comptabilité", actor: { name: "Nadia Roux" } },
    ]);
    expect(JSON.stringify([items, audit])).not.toContain(token);
  });
});
