import { describe, expect, it } from "vitest";
import type { SignedIn } from "#domain/identity/model.ts";
import { DEFAULT_ROLES } from "#domain/permissions.ts";
import {
  change,
  databaseOf,
  delivered,
  nextDatabase,
  occupy,
  rows,
} from "#worker/platform/testing-databases.ts";
import { openBrowser, refusal, registration, signUp } from "./testing.ts";

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
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^__Host-aetheria_refresh=[\w-]{43}; Path=\/; Expires=[^;]+ GMT; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  it("leaves a migrated database that knows its organization, five roles and an audit row", async () => {
    const { me } = await signUp();
    const { id } = me.organization;
    const db = await databaseOf(id);
    expect(await rows("SELECT 1 FROM slots WHERE ready_at IS NOT NULL")).not.toEqual([]);
    expect(await db.rows("SELECT organization_id FROM _meta")).toEqual([{ organization_id: id }]);
    await delivered();
    expect(await db.rows("SELECT action, actor_id FROM audit")).toEqual([
      { action: "member.joined", actor_id: me.person.id },
    ]);
    expect(await rows("SELECT slug FROM roles WHERE organization_id = ?", id)).toHaveLength(5);
  });

  it("never gives two organizations the same database, however close together they come", async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => signUp()));
    const databases = await Promise.all(all.map(({ me }) => databaseOf(me.organization.id)));
    expect(new Set(databases.map((database) => database.binding)).size).toBe(4);
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
    const db = await nextDatabase();
    await db.change("CREATE TABLE clients (id TEXT)");
    const form = registration();
    const broken = await openBrowser().call("post /auth/register", form);
    expect(await refusal(broken)).toEqual([503, "organization.unavailable"]);
    await db.change("DROP TABLE clients");
    const credentials = { email: form.email, password: form.password };
    const me = await openBrowser().json<SignedIn>("post /auth/sign-in", credentials);
    expect(me.organization.name).toBe(form.organization);
    expect((await databaseOf(me.organization.id)).binding).toBe(db.binding);
    await delivered();
    expect(await db.rows("SELECT action FROM audit")).toEqual([{ action: "member.joined" }]);
  });

  it("sets aside a database that turns out to be somebody else's, and takes the next", async () => {
    const db = await nextDatabase();
    await occupy(db, "org_stranger");
    const { me, token, browser } = await signUp();
    expect((await browser.call("get /auth/me", undefined, token)).status).toBe(200);
    expect((await databaseOf(me.organization.id)).binding).not.toBe(db.binding);
    const aside = await rows("SELECT binding FROM slots WHERE set_aside_at IS NOT NULL");
    expect(aside).toEqual([{ binding: db.binding }]);
    expect(await db.rows("SELECT organization_id AS id FROM _meta")).toEqual([
      { id: "org_stranger" },
    ]);
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
