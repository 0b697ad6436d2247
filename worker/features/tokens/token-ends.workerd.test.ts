import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { NewToken, Token } from "#domain/tokens/model.ts";
import { refusal } from "#worker/features/identity/testing.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";
import {
  mintOrganization,
  testEnv,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";
import { purgeControl } from "#worker/platform/purge.ts";
import { answered, makeToken, using } from "./testing.ts";

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

const later = (days: number) => ({ now: () => Date.now() + days * 86_400_000 });

/** Status, code and reason of what a token gets that no longer works. */
async function refusalOf({ token }: NewToken) {
  const answer = await using(token)("get /clients");
  const { code, params } = await answer.json<{ code: string; params: { reason?: string } }>();
  const challenge = answer.headers.get("www-authenticate");
  expect(challenge).toBe(answer.status === 401 ? "Bearer" : null);
  return [answer.status, code, params.reason];
}

describe("a token ends", () => {
  it("and is forgotten three months later", async () => {
    const other = await mintOrganization();
    const made = await makeToken(other.owner);
    await answered(other.owner.call(`delete /tokens/${made.id}`));
    const left = () => rows("SELECT 1 FROM api_tokens WHERE id = ?", made.id);
    await change("UPDATE sessions SET expires_at = '2999'");
    await purgeControl(testEnv, later(89));
    expect(await left()).toHaveLength(1);
    await purgeControl(testEnv, later(91));
    expect(await left()).toEqual([]);
  });

  it("when its time is over", async () => {
    const made = await makeToken(lucas);
    const now = new Date().toISOString();
    await change("UPDATE api_tokens SET expires_at = ? WHERE id = ?", now, made.id);
    expect(await refusalOf(made)).toEqual([401, "auth.token_invalid", "expired"]);
  });

  it("when its person revokes it, at once, and is no longer listed", async () => {
    const made = await makeToken(lucas);
    await answered(lucas.call(`delete /tokens/${made.id}`));
    expect(await refusalOf(made)).toEqual([401, "auth.token_invalid", "revoked"]);
    expect((await list(lucas)).map(({ id }) => id)).not.toContain(made.id);
    const again = await lucas.call(`delete /tokens/${made.id}`);
    expect(await refusal(again)).toEqual([404, "token.not_found"]);
  });

  it("when whoever manages tokens revokes it, and for nobody else", async () => {
    const made = await makeToken(lucas);
    const colleague = await firm.join("manager");
    const tried = await colleague.call(`delete /tokens/${made.id}`);
    expect(await refusal(tried)).toEqual([404, "token.not_found"]);
    expect((await using(made.token)("get /clients")).status).toBe(200);
    await answered(firm.owner.call(`delete /tokens/${made.id}`));
    expect(await refusalOf(made)).toEqual([401, "auth.token_invalid", "revoked"]);
  });

  it("with the membership, and does not come back with it", async () => {
    const person = await firm.join("member");
    const made = await makeToken(person);
    const member = "SELECT role_id FROM memberships WHERE user_id = ?";
    const [was] = await rows<{ role_id: string }>(member, person.userId);
    await firm.remove(person);
    expect(await refusalOf(made)).toEqual([403, "permission.denied", "membership"]);
    await change(
      "INSERT INTO memberships (organization_id, user_id, role_id, created_at) VALUES (?, ?, ?, ?)",
      firm.tenant.organizationId,
      person.userId,
      was?.role_id ?? "",
      new Date(Date.now() + 1000).toISOString(),
    );
    expect(await refusalOf(made)).toEqual([403, "permission.denied", "membership"]);
    expect(await list(person)).toEqual([]);
  });

  it("for each key that its person loses, on the next request", async () => {
    const person = await firm.join("member");
    const made = await makeToken(person, { permissions: ["clients.read", "boards.read"] });
    await firm.restrict(person, ["clients.read", "tokens.create"]);
    const call = using(made.token);
    expect((await call("get /clients")).status).toBe(200);
    expect(await refusal(await call("get /boards"))).toEqual([403, "permission.denied"]);
    expect((await list(person))[0]).toMatchObject({ withheld: ["boards.read"] });
  });

  it("when its person may no longer have tokens", async () => {
    const person = await firm.join("member");
    const made = await makeToken(person);
    await firm.restrict(person, ["clients.read"]);
    expect(await refusalOf(made)).toEqual([403, "permission.denied", undefined]);
    expect((await list(person))[0]).toMatchObject({ withheld: ["clients.read"] });
  });

  it("while its person lacks the second factor that is demanded", async () => {
    const other = await mintOrganization();
    const made = await makeToken(other.owner);
    const demand = "UPDATE organizations SET factor_demanded_at = '2026' WHERE id = ?";
    await change(demand, other.tenant.organizationId);
    expect(await refusalOf(made)).toEqual([403, "auth.factor_demanded", undefined]);
  });
});
