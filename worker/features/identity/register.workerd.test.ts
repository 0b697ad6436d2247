import { describe, expect, it } from "vitest";
import type { SignedIn } from "#domain/identity/model.ts";
import { DEFAULT_ROLES } from "#domain/permissions.ts";
import { lastMailTo } from "#worker/platform/testing-mails.ts";
import {
  change,
  databaseOf,
  delivered,
  nextDatabase,
  occupy,
  rows,
} from "#worker/platform/testing-databases.ts";
import { openBrowser, openRegistration, refusal, registration, signUp } from "./testing.ts";

const send = (body: unknown) => openBrowser().call("post /auth/register", body);
const sent = (body: unknown) => openBrowser().json<SignedIn>("post /auth/register", body);

describe("registration", () => {
  it("answers like signing in, with the owner's keys and a cookie that scripts can't read", async () => {
    const form = registration();
    const response = await send(await openRegistration(form));
    expect(response.status).toBe(201);
    const me = await response.json<SignedIn>();
    expect(me).toMatchObject({
      person: { name: form.name, email: form.email, language: "fr", emailVerified: true },
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
    const body = await openRegistration(registration());
    const both = await Promise.all([sent(body), sent(body)]);
    const again = await sent(body);
    const ids = [...both, again].map((me) => me.organization.id);
    expect(new Set(ids).size).toBe(1);
  });

  it("goes on as nobody else: another password, another name or another link is refused", async () => {
    const form = registration();
    const [body, later] = [await openRegistration(form), "un tout autre mot de passe"];
    await change("UPDATE mails SET created_at = '2026-01-01' WHERE recipient = ?", form.email);
    const second = await openRegistration(form);
    await sent(body);
    const over = [410, "auth.link_invalid"];
    expect(await refusal(await send({ ...body, password: later }))).toEqual(over);
    expect(await refusal(await send({ ...body, organization: "Deuxième" }))).toEqual(over);
    expect(await refusal(await send({ ...second, organization: "Deuxième" }))).toEqual(over);
    expect(await refusal(await send({ ...body, token: "x".repeat(43) }))).toEqual(over);
    const [user] = await rows<{ id: string }>("SELECT id FROM users WHERE email = ?", form.email);
    const failed = "SELECT 1 FROM auth_events WHERE kind = 'sign_in.failed' AND user_id = ?";
    expect(await rows(failed, user?.id ?? "")).toHaveLength(1);
  });

  it("tells whoever reads the mailbox that the address has an account by now", async () => {
    const form = registration();
    const body = await openRegistration(form);
    await signUp();
    await change(
      "INSERT INTO users (id, email, name, created_at) VALUES (?1, ?2, 'x', '2026-01-01')",
      `usr_${form.email}`,
      form.email,
    );
    expect(await refusal(await send(body))).toEqual([409, "auth.email_taken"]);
  });

  it("refuses a password that is easily guessed, and says what to do", async () => {
    const form = registration();
    const body = await openRegistration(form);
    const response = await send({ ...body, password: "motdepasse123" });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: "auth.password_weak",
      params: { advice: expect.arrayContaining(["useWords"]) },
    });
    expect(await rows("SELECT 1 FROM users WHERE email = ?", form.email)).toEqual([]);
    expect((await send(body)).status).toBe(201);
  });

  it("heals on the next try when the database could not be migrated", async () => {
    const db = await nextDatabase();
    await db.change("CREATE TABLE clients (id TEXT)");
    const form = registration();
    const body = await openRegistration(form);
    expect(await refusal(await send(body))).toEqual([503, "organization.unavailable"]);
    await db.change("DROP TABLE clients");
    const me = await sent(body);
    expect(me.organization.name).toBe(form.organization);
    expect((await databaseOf(me.organization.id)).binding).toBe(db.binding);
    await delivered();
    expect(await db.rows("SELECT action FROM audit")).toEqual([{ action: "member.joined" }]);
    expect(await rows("SELECT 1 FROM users WHERE email = ?", form.email)).toHaveLength(1);
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
    const form = registration();
    const body = await openRegistration(form);
    await change("UPDATE slots SET set_aside_at = 'test' WHERE organization_id IS NULL");
    expect(await refusal(await send(body))).toEqual([503, "organization.pool_full"]);
    expect(await rows("SELECT 1 FROM users WHERE email = ?", form.email)).toEqual([]);
    expect(await rows("SELECT 1 FROM organizations WHERE name = ?", form.organization)).toEqual([]);
    await change("UPDATE slots SET set_aside_at = NULL WHERE set_aside_at = 'test'");
    expect((await send(body)).status).toBe(201);
  });

  it("opens with a mail in the language of the page, whose link works for a day", async () => {
    const { email } = registration();
    await openBrowser().json("post /auth/register/start", { email, language: "en" });
    const mail = await lastMailTo(email, "register");
    expect([mail.language, mail.subject]).toEqual(["en", "Create your Aetheria workspace"]);
    expect(mail.link).toMatch(/\/register#[\w-]{43}$/);
    const [row] = await rows<{ life: number }>(
      "SELECT (julianday(expires_at) - julianday(created_at)) * 24 AS life FROM mail_tokens WHERE email = ?",
      email,
    );
    expect(row?.life).toBeCloseTo(24, 1);
    const view = () => openBrowser().call("post /auth/register/view", { token: mail.token });
    expect(await (await view()).json()).toEqual({ email, account: "new" });
    await change("UPDATE mail_tokens SET expires_at = '2020' WHERE email = ?", email);
    expect(await refusal(await view())).toEqual([410, "auth.link_invalid"]);
  });
});
