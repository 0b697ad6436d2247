import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Invitation } from "#domain/members/model.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";
import { mintOrganization, testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import { exported, json, opened, type Opened } from "./testing.ts";

const EXPIRES = new Date(Date.now() + 86_400_000).toISOString();
const secrets = new Map<string, string>();
let firm: TestOrganization;
let archive: Opened;

beforeAll(async () => {
  quiet();
  firm = await mintOrganization();
  const { owner } = firm;
  const hash = "$argon2id$v=19$m=19456,t=2,p=1$Y2FuYXJpY2FuYXJp$Y2FuYXJpLWNhbmFyaS1jYW5hcmk";
  await change("UPDATE users SET password_hash = ? WHERE id = ?", hash, owner.userId);
  secrets.set("password hash", hash);
  const roles = await json<{ items: { id: string }[] }>(owner, "get /roles");
  const roleId = roles.items.at(-1)?.id;
  const invitation = await json<Invitation>(owner, "post /invitations", { email: null, roleId });
  secrets.set("invitation", invitation.token ?? "");
  const [invited] = await rows<{ token_hash: string }>("SELECT token_hash FROM invitations");
  secrets.set("hash of an invitation", invited?.token_hash ?? "");
  const words = { name: "Export", permissions: ["clients.read"], expiresAt: EXPIRES };
  const token = await json<{ token: string }>(owner, "post /tokens", words);
  secrets.set("API token", token.token);
  const { key } = await json<{ key: string }>(owner, "post /auth/factors/totp");
  secrets.set("key of an app", key);
  const [factor] = await rows<{ secret: string }>("SELECT secret FROM totp_factors");
  secrets.set("sealed key of an app", factor?.secret ?? "");
  const hook = { url: "https://hooks.example.com/", types: ["client.created"] };
  await json(owner, "post /webhooks", hook);
  const webhooks = await firm.db
    .prepare("SELECT secret FROM webhook_endpoints")
    .all<{ secret: string }>();
  secrets.set("sealed secret of a webhook", webhooks.results[0]?.secret ?? "");
  secrets.set("access token", owner.token);
  secrets.set("session", owner.sessionId);
  for (const name of ["AUTH_SECRET", "PASSWORD_PEPPER", "DATA_KEYS"] as const)
    secrets.set(name, testEnv[name]);
  archive = await opened(owner, (await exported(owner)).id);
});
afterAll(() => void vi.restoreAllMocks());

describe("an archive", () => {
  it("is looked through for secrets that are there", () => {
    expect(secrets.size).toBe(12);
    expect([...secrets].filter(([, secret]) => secret.length < 20)).toEqual([]);
    expect(archive.names.length).toBeGreaterThan(7);
  });

  it("holds none of the organization's or its people's secrets", () => {
    const whole = archive.names.map((name) => archive.text(name)).join("\n");
    expect(whole).toContain("Claire Morvan");
    const leaked = [...secrets].filter(([, secret]) => whole.includes(secret));
    expect(leaked.map(([name]) => name)).toEqual([]);
  });

  it("says what it leaves out, and why", () => {
    const said = archive.manifest.leftOut.map(({ of }) => of);
    for (const of of ["webhook_endpoints", "api_tokens", "totp_factors", "sessions", "invitations"])
      expect([of, said.includes(of)]).toEqual([of, of !== "invitations"]);
  });
});
