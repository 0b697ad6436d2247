import { beforeAll, describe, expect, it } from "vitest";
import type { SignedIn } from "#domain/identity/model.ts";
import type { Invitation } from "#domain/members/model.ts";
import {
  GOOD_PASSWORD,
  openBrowser,
  refusal,
  registration,
} from "#worker/features/identity/testing.ts";
import { lastMailTo, mailsTo } from "#worker/platform/testing-mails.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { callWorker } from "#worker/platform/testing.ts";
import { openFirm, openInvitation, unconfirm } from "./testing.ts";

let firm: Awaited<ReturnType<typeof openFirm>>;

beforeAll(async () => {
  firm = await openFirm();
});

async function invite() {
  const { email } = registration();
  const body = { email, roleId: firm.roleId("member") };
  const invitation = await firm.owner.json<Invitation>("post /invitations", body);
  return { email, shown: invitation.token ?? "", mail: await lastMailTo(email) };
}
const accept = (token: string) =>
  openBrowser().call("post /auth/invitations/accept", {
    account: "new",
    token,
    name: "Lucas Petit",
    password: GOOD_PASSWORD,
    language: "fr",
  });

/** Somebody who has had that many invitations mailed today, to this address if it is given. */
async function invited(count: number, email: string | null) {
  const { email: own, ...admin } = await firm.hire("admin");
  await change("UPDATE users SET email_verified_at = created_at WHERE email = ?", own);
  for (let at = 0; at < count; at += 1) {
    const id = `inv_${admin.me.person.id}_${at}`;
    await change(
      `INSERT INTO invitations (id, organization_id, role_id, email, token_hash, invited_by, created_at, expires_at)
       VALUES (?1, ?2, ?3, ?4, ?1, ?5, ?6, ?6)`,
      id,
      firm.organizationId,
      firm.roleId("viewer"),
      email ?? `${at}@example.com`,
      admin.me.person.id,
      new Date().toISOString(),
    );
  }
  return admin;
}
const viewer = () => firm.roleId("viewer");

describe("an invitation with an address", () => {
  it("is mailed there, in the inviter's language, with who invites and to what", async () => {
    const { mail } = await invite();
    const { name } = firm.owner.me.organization;
    expect(mail.subject).toBe(`Claire Morvan vous invite dans ${name}`);
    expect(mail.link).toMatch(/\/invitation#[\w-]{43}$/);
  });

  it("makes a confirmed account of whoever comes by the mailed link, without a second mail", async () => {
    const { mail, email } = await invite();
    const preview = { token: mail.token };
    expect(await openBrowser().json("post /auth/invitations/preview", preview)).toMatchObject({
      email,
      account: "new",
      reservedFor: email,
    });
    const me = await (await accept(mail.token)).json<SignedIn>();
    expect(me.person).toMatchObject({ email, emailVerified: true });
    expect((await mailsTo(email)).map(({ kind }) => kind)).toEqual(["invitation"]);
  });

  it("makes no account by the link that the inviter saw, which goes on by mail", async () => {
    const { shown, mail, email } = await invite();
    expect(shown).not.toBe(mail.token);
    expect(await refusal(await accept(shown))).toEqual([403, "auth.email_unverified"]);
    const body = await openInvitation(shown, registration({ email }));
    const me = await openBrowser().json<SignedIn>("post /auth/invitations/accept", body);
    expect(me.person).toMatchObject({ email, emailVerified: true });
    expect(await refusal(await accept(mail.token))).toEqual([410, "identity.invitation_invalid"]);
  });

  it("verifies an account that exists, too", async () => {
    const other = await openFirm();
    await change("UPDATE users SET email_verified_at = NULL WHERE email = ?", other.owner.email);
    const body = { email: other.owner.email, roleId: firm.roleId("viewer") };
    await firm.owner.json("post /invitations", body);
    const { token } = await lastMailTo(other.owner.email, "invitation");
    const me = await openBrowser().json<SignedIn>("post /auth/invitations/accept", {
      account: "existing",
      token,
      email: other.owner.email,
      password: GOOD_PASSWORD,
    });
    expect(me.person.emailVerified).toBe(true);
  });

  it("is for that address alone, by either link", async () => {
    const { mail, shown } = await invite();
    for (const token of [mail.token, shown]) {
      const start = { token, email: registration().email, language: "fr" };
      const stranger = await openBrowser().call("post /auth/invitations/start", start);
      expect(await refusal(stranger)).toEqual([410, "identity.invitation_invalid"]);
    }
  });

  it("is stored without its links", async () => {
    const { shown, mail } = await invite();
    const stored = JSON.stringify(
      await Promise.all([rows("SELECT * FROM invitations"), rows("SELECT * FROM mails")]),
    );
    expect([stored.includes(shown), stored.includes(mail.token)]).toEqual([false, false]);
  });

  it("is mailed once when the request is repeated", async () => {
    const { email } = registration();
    const body = { email, roleId: firm.roleId("viewer") };
    const headers = {
      authorization: `Bearer ${firm.owner.me.accessToken}`,
      "idempotency-key": "invite-mail-1",
    };
    const first = await (await callWorker("post /invitations", body, headers)).json();
    expect(await (await callWorker("post /invitations", body, headers)).json()).toEqual(first);
    expect(await mailsTo(email)).toHaveLength(1);
  });
});

describe("whoever has not confirmed their own address", () => {
  it("invites by link, and nobody by mail", async () => {
    const admin = await firm.hire("admin");
    await unconfirm(admin);
    const { email } = registration();
    const roleId = firm.roleId("viewer");
    const refused = await admin.call("post /invitations", { email, roleId });
    expect(await refusal(refused)).toEqual([403, "auth.email_unverified"]);
    expect(await mailsTo(email)).toEqual([]);
    expect((await admin.call("post /invitations", { email: null, roleId })).status).toBe(201);
  });
});

describe("whoever writes to many", () => {
  it("is stopped after fifty addresses a day, and goes on by link", async () => {
    const admin = await invited(50, null);
    const one = { email: registration().email, roleId: viewer() };
    expect(await refusal(await admin.call("post /invitations", one))).toEqual([
      429,
      "request.rate_limited",
    ]);
    const link = { email: null, roleId: viewer() };
    expect((await admin.call("post /invitations", link)).status).toBe(201);
  });

  it("is stopped after five to the same one, who may still be written to by a colleague", async () => {
    const { email } = registration();
    const admin = await invited(5, email);
    const one = { email, roleId: viewer() };
    expect((await admin.call("post /invitations", one)).status).toBe(429);
    expect((await firm.owner.call("post /invitations", one)).status).toBe(201);
    const other = { ...one, email: registration().email };
    expect((await admin.call("post /invitations", other)).status).toBe(201);
  });
});
