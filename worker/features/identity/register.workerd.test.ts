import { afterAll, describe, expect, it, vi } from "vitest";
import type { SignedIn } from "#domain/identity/model.ts";
import { DEFAULT_ROLES } from "#domain/permissions.ts";
import { testEnv } from "#worker/platform/testing.ts";
import { change, openBrowser, refusal, registration, rows, signUp } from "./testing.ts";

interface Slot {
  binding: `TENANT_DB_${string}`;
  organization_id: string | null;
  ready_at: string | null;
  set_aside_at: string | null;
}
const slotOf = async (organizationId: string) =>
  (await rows<Slot>("SELECT * FROM slots WHERE organization_id = ?", organizationId))[0];
const nextFree = async () => {
  const taken = await rows<Slot>("SELECT * FROM slots WHERE organization_id IS NOT NULL");
  const used = new Set<string>(taken.map((slot) => slot.binding));
  const free = Object.keys(testEnv).filter((key) => key.startsWith("TENANT_DB_") && !used.has(key));
  return testEnv[free.toSorted()[0] as Slot["binding"]] as D1Database;
};

afterAll(() => vi.restoreAllMocks());

describe("registration", () => {
  it("answers like signing in, with the owner's keys and a cookie that scripts can't read", async () => {
    const form = registration();
    const response = await openBrowser().call("post /auth/register", form);
    expect(response.status).toBe(201);
    const me = await response.json<SignedIn>();
    expect(me).toMatchObject({
      person: { name: form.name, email: form.email, language: "fr" },
      organization: { name: form.organization },
      role: { slug: "owner", name: null },
      organizations: [{ name: form.organization }],
    });
    expect(me.permissions.toSorted()).toEqual([...DEFAULT_ROLES.owner].toSorted());
    expect(response.headers.get("set-cookie")).toMatch(
      /^__Host-aetheria_refresh=[\w-]{43}; Path=\/; Expires=[^;]+ GMT; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  it("leaves a migrated database that knows its organization, five roles and an audit row", async () => {
    const { me } = await signUp();
    const slot = await slotOf(me.organization.id);
    const db = testEnv[slot?.binding ?? "TENANT_DB_"] as D1Database;
    expect(slot?.ready_at).not.toBeNull();
    expect(await db.prepare("SELECT organization_id FROM _meta").first()).toEqual({
      organization_id: me.organization.id,
    });
    expect(await db.prepare("SELECT action, actor_id FROM audit").all()).toMatchObject({
      results: [{ action: "member.joined", actor_id: me.person.id }],
    });
    const roles = await rows(
      "SELECT slug FROM roles WHERE organization_id = ?",
      me.organization.id,
    );
    expect(roles).toHaveLength(5);
    expect(await rows("SELECT * FROM pending_events")).toEqual([]);
  });

  it("never gives two organizations the same database, however close together they come", async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => signUp()));
    const slots = await Promise.all(all.map(({ me }) => slotOf(me.organization.id)));
    expect(new Set(slots.map((slot) => slot?.binding)).size).toBe(4);
  });

  it("makes one organization of a form sent twice at once, and signs in when it comes again", async () => {
    const form = registration();
    const send = () => openBrowser().json<SignedIn>("post /auth/register", form);
    const both = await Promise.all([send(), send()]);
    const again = await send();
    const ids = [...both, again].map((me) => me.organization.id);
    expect(new Set(ids).size).toBe(1);
  });

  it("lets a known person start a further organization with the account's password only", async () => {
    const { form, me } = await signUp();
    const second = { ...form, organization: "Deuxième atelier" };
    const wrong = { ...second, password: "un tout autre mot de passe" };
    expect(await refusal(await openBrowser().call("post /auth/register", wrong))).toEqual([
      409,
      "auth.email_taken",
    ]);
    const other = await openBrowser().json<SignedIn>("post /auth/register", second);
    expect(other.person.id).toBe(me.person.id);
    expect(other.organizations).toHaveLength(2);
  });

  it("refuses a password that is easily guessed, and says what to do", async () => {
    const form = registration({ password: "motdepasse123" });
    const response = await openBrowser().call("post /auth/register", form);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: "auth.password_weak",
      params: { advice: expect.arrayContaining(["useWords"]) },
    });
    expect(await rows("SELECT 1 FROM users WHERE email = ?", form.email)).toEqual([]);
  });

  it("heals on the next try when the database could not be migrated", async () => {
    const db = await nextFree();
    await db.prepare("CREATE TABLE clients (id TEXT)").run();
    const form = registration();
    const broken = await openBrowser().call("post /auth/register", form);
    expect(await refusal(broken)).toEqual([503, "organization.unavailable"]);
    await db.prepare("DROP TABLE clients").run();
    const credentials = { email: form.email, password: form.password };
    const me = await openBrowser().json<SignedIn>("post /auth/sign-in", credentials);
    expect(me.organization.name).toBe(form.organization);
    const slot = await slotOf(me.organization.id);
    expect(slot?.ready_at).not.toBeNull();
    expect(await db.prepare("SELECT action FROM audit").first()).toEqual({
      action: "member.joined",
    });
  });

  it("sets aside a database that turns out to be somebody else's, and takes the next", async () => {
    const db = await nextFree();
    await db
      .prepare(
        "CREATE TABLE _meta (only_row INTEGER PRIMARY KEY, organization_id TEXT, created_at TEXT)",
      )
      .run();
    await db.prepare("INSERT INTO _meta VALUES (1, 'org_stranger', '')").run();
    await db
      .prepare(
        "CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE)",
      )
      .run();
    for (const name of ["0001_platform.sql", "0002_clients.sql", "0003_boards.sql"]) {
      await db.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(name).run();
    }
    const { me, token, browser } = await signUp();
    expect((await browser.call("get /auth/me", undefined, token)).status).toBe(200);
    const slot = await slotOf(me.organization.id);
    expect(testEnv[slot?.binding ?? "TENANT_DB_"]).not.toBe(db);
    expect(await rows("SELECT 1 FROM slots WHERE set_aside_at IS NOT NULL")).toHaveLength(1);
    expect(await db.prepare("SELECT organization_id FROM _meta").first()).toEqual({
      organization_id: "org_stranger",
    });
  });

  it("says so when the pool is full, and leaves nothing behind", async () => {
    await change("UPDATE slots SET set_aside_at = 'test' WHERE organization_id IS NULL");
    const form = registration();
    const response = await openBrowser().call("post /auth/register", form);
    expect(await refusal(response)).toEqual([503, "organization.pool_full"]);
    expect(await rows("SELECT 1 FROM users WHERE email = ?", form.email)).toEqual([]);
    expect(await rows("SELECT 1 FROM organizations WHERE name = ?", form.organization)).toEqual([]);
    await change("UPDATE slots SET set_aside_at = NULL WHERE set_aside_at = 'test'");
  });
});
