import { beforeEach, describe, expect, it } from "vitest";
import type { SignedIn } from "#domain/identity/model.ts";
import { withTotp } from "#worker/features/factors/testing.ts";
import { lastMailTo, mailsTo } from "#worker/platform/testing-mails.ts";
import { change, nextDatabase, rows } from "#worker/platform/testing-databases.ts";
import { openBrowser, refusal, registration, signUp } from "./testing.ts";

const start = (email: string, browser = openBrowser()) =>
  browser.call("post /auth/register/start", { email, language: "fr" });
/** What a stranger can see of an answer. */
const seen = async (answer: Response) => [
  answer.status,
  await answer.text(),
  [...answer.headers.keys()].toSorted(),
  answer.headers.get("server-timing"),
];
/** Mails of before become those of long ago. */
const age = (email: string, hours: number) =>
  change(
    "UPDATE mails SET created_at = ? WHERE recipient = ?",
    new Date(Date.now() - hours * 3_600_000).toISOString(),
    email,
  );

describe("asking to register", () => {
  it("answers the same to an address that has an account and to one that has none", async () => {
    const { form } = await signUp();
    const nobody = registration().email;
    const [known, unknown] = await Promise.all([start(form.email), start(nobody)]);
    expect(known.status).toBe(204);
    expect(await seen(unknown)).toEqual(await seen(known));
    expect((await mailsTo(nobody)).map(({ kind }) => kind)).toEqual(["register"]);
    expect((await lastMailTo(form.email)).kind).toBe("register_known");
  });

  it("fills no mailbox: one link in five minutes and five a day, whoever asks from wherever", async () => {
    const { email } = registration();
    await Promise.all([start(email), start(email.toUpperCase()), start(email)]);
    expect(await mailsTo(email)).toHaveLength(1);
    for (let count = 1; count < 8; count += 1) {
      await age(email, 1);
      expect((await start(email)).status).toBe(204);
    }
    expect(await mailsTo(email)).toHaveLength(5);
    await age(email, 25);
    await start(email);
    expect(await mailsTo(email)).toHaveLength(6);
  });

  it("keeps nobody from a link: each that was mailed works for as long as none is mailed anew", async () => {
    const { email, name, password, language, organization } = registration();
    await start(email);
    const first = await lastMailTo(email);
    for (let count = 0; count < 6; count += 1) {
      await age(email, 1);
      await start(email);
    }
    const body = { token: first.token, name, password, language, organization };
    expect((await openBrowser().call("post /auth/register", body)).status).toBe(201);
  });

  it("is counted before anything is written, by address asked for and by network address", async () => {
    const browser = openBrowser();
    const { email } = registration();
    const asks = await Promise.all(Array.from({ length: 7 }, () => start(email, browser)));
    expect(asks.map(({ status }) => status)).toContain(429);
    const many = openBrowser();
    const others = await Promise.all(
      Array.from({ length: 24 }, () => start(registration().email, many)),
    );
    expect(others.map(({ status }) => status)).toContain(429);
  });

  it("stores its token as a hash", async () => {
    const { email } = registration();
    await start(email);
    const { token } = await lastMailTo(email);
    const stored = await Promise.all([
      rows("SELECT * FROM mails"),
      rows("SELECT * FROM mail_tokens"),
    ]);
    expect(JSON.stringify(stored)).toContain(email);
    expect(JSON.stringify(stored)).not.toContain(token);
  });
});

describe("the mail to an address that has an account", () => {
  let person: Awaited<ReturnType<typeof withTotp>>;
  let token: string;
  beforeEach(async () => {
    person = await withTotp();
    await start(person.form.email);
    ({ token } = await lastMailTo(person.form.email, "register_known"));
  });
  const add = (organization: string, link = token) =>
    openBrowser().call("post /auth/register/organization", { token: link, organization });
  const owned = async () => {
    const sql = "SELECT count(*) AS n FROM memberships WHERE user_id = ?";
    return (await rows<{ n: number }>(sql, person.me.person.id))[0]?.n;
  };

  it("says so, and its link starts a further organization without signing anybody in", async () => {
    const view = await openBrowser().json("post /auth/register/view", { token });
    expect(view).toEqual({ email: person.form.email, account: "existing" });
    const answer = await add("Deuxième atelier");
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([201, []]);
    const { organization } = await answer.json<{ organization: { id: string } }>();
    const me = await person.browser.json<SignedIn>(
      "post /auth/switch",
      { organizationId: organization.id },
      person.token,
    );
    expect(me).toMatchObject({
      organization: { name: "Deuxième atelier" },
      role: { slug: "owner" },
    });
  });

  it("works once; the form sent twice makes one organization", async () => {
    const both = await Promise.all([add("Deuxième atelier"), add("Deuxième atelier")]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect((await add("Deuxième atelier")).status).toBe(201);
    expect(await owned()).toBe(2);
    expect(await refusal(await add("Troisième atelier"))).toEqual([410, "auth.link_invalid"]);
  });

  it("makes no second account", async () => {
    const { name, password, language } = registration();
    const body = { token, organization: "À moi", name, password, language };
    const answer = await openBrowser().call("post /auth/register", body);
    expect(await refusal(answer)).toEqual([409, "auth.email_taken"]);
  });

  it("leads nowhere for an address without account", async () => {
    const { email } = registration();
    await start(email);
    const mail = await lastMailTo(email, "register");
    expect(await refusal(await add("À moi", mail.token))).toEqual([410, "auth.link_invalid"]);
  });

  it("heals a database that could not be migrated when its owner goes there", async () => {
    const db = await nextDatabase();
    await db.change("CREATE TABLE clients (id TEXT)");
    expect(await refusal(await add("Deuxième"))).toEqual([503, "organization.unavailable"]);
    await db.change("DROP TABLE clients");
    const { organization } = await (await add("Deuxième")).json<{ organization: { id: string } }>();
    const there = { organizationId: organization.id };
    const answer = await person.browser.call("post /auth/switch", there, person.token);
    expect(answer.status).toBe(200);
    expect(await owned()).toBe(2);
  });
});
