import { beforeAll, describe, expect, it } from "vitest";
import type { SignedIn } from "#domain/identity/model.ts";
import type { Invitation } from "#domain/members/model.ts";
import {
  GOOD_PASSWORD,
  openBrowser,
  refusal,
  registration,
} from "#worker/features/identity/testing.ts";
import { change, databaseOf, delivered, rows } from "#worker/platform/testing-databases.ts";
import { callWorker } from "#worker/platform/testing.ts";
import { openFirm, openInvitation } from "./testing.ts";

let firm: Awaited<ReturnType<typeof openFirm>>;

beforeAll(async () => {
  firm = await openFirm();
});

const invite = (email: string | null = null, slug = "member") =>
  firm.owner.json<Invitation>("post /invitations", { email, roleId: firm.roleId(slug) });
const inviteWithKey = () =>
  callWorker(
    "post /invitations",
    { email: null, roleId: firm.roleId("viewer") },
    { authorization: `Bearer ${firm.owner.me.accessToken}`, "idempotency-key": "invite-1234" },
  );
const preview = (token: string | null) =>
  openBrowser().call("post /auth/invitations/preview", { token });
const start = (token: string | null, email: string) =>
  openBrowser().call("post /auth/invitations/start", { token, email, language: "fr" });
const send = (body: unknown) => openBrowser().call("post /auth/invitations/accept", body);
/** Goes on by mail and accepts with a new account. */
const accept = async (token: string | null, over: Record<string, string> = {}) =>
  send(await openInvitation(token, registration(over)));

describe("an invitation", () => {
  it("tells its token once, and stores only a hash", async () => {
    const made = await invite();
    expect(made.token).toMatch(/^[\w-]{43}$/);
    const { items } = await firm.owner.json<{ items: Invitation[] }>("get /invitations");
    expect(items.find((item) => item.id === made.id)).toEqual({ ...made, token: null });
    const db = await databaseOf(firm.organizationId);
    const stored = await Promise.all([
      rows("SELECT * FROM invitations"),
      rows("SELECT * FROM idempotency"),
      rows("SELECT * FROM pending_events"),
      db.rows("SELECT * FROM audit"),
      db.rows("SELECT * FROM outbox"),
    ]);
    expect(JSON.stringify(stored)).toContain(made.id);
    expect(JSON.stringify(stored)).not.toContain(made.token);
  });

  it("tells the same token to a repeated request", async () => {
    const first = await (await inviteWithKey()).json<Invitation>();
    expect(await (await inviteWithKey()).json()).toEqual(first);
    expect((await preview(first.token)).status).toBe(200);
  });

  it("shows whoever holds the link what it invites to, and no more", async () => {
    const made = await invite("lucas@example.com", "viewer");
    expect(await (await preview(made.token)).json()).toEqual({
      organization: firm.owner.me.organization.name,
      role: { id: firm.roleId("viewer"), slug: "viewer", name: null },
      invitedBy: "Claire Morvan",
      email: null,
      account: null,
      reservedFor: "l•••@example.com",
      expiresAt: made.expiresAt,
      standing: "open",
      organizationId: null,
    });
  });

  it("makes a member out of somebody new, once", async () => {
    const { token } = await invite();
    const body = await openInvitation(token, registration());
    const answer = await send(body);
    expect(answer.status).toBe(201);
    const me = await answer.json<SignedIn>();
    expect(me).toMatchObject({
      person: { emailVerified: true },
      organization: { id: firm.organizationId },
      role: { slug: "member" },
    });
    const over = [410, "identity.invitation_invalid"];
    expect(await refusal(await send(body))).toEqual(over);
    expect(await refusal(await start(token, registration().email))).toEqual(over);
    const db = await databaseOf(firm.organizationId);
    await delivered();
    const audit = await db.rows("SELECT action FROM audit ORDER BY id DESC LIMIT 2");
    expect(audit).toEqual([{ action: "member.joined" }, { action: "invitation.accepted" }]);
  });

  it("makes one member when accepted twice at once", async () => {
    const { token } = await invite();
    const people = [registration(), registration(), registration()];
    const bodies = await Promise.all(people.map((person) => openInvitation(token, person)));
    const answers = await Promise.all(bodies.map(send));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 410)).toHaveLength(2);
  });

  it("takes in somebody who has an account, with its password", async () => {
    const other = await openFirm();
    const { token } = await invite();
    const body = { account: "existing", token, email: other.owner.email, password: "autre chose" };
    const wrong = await openBrowser().call("post /auth/invitations/accept", body);
    expect(await refusal(wrong)).toEqual([401, "auth.invalid_credentials"]);
    const right = { ...body, password: GOOD_PASSWORD };
    const me = await openBrowser().json<SignedIn>("post /auth/invitations/accept", right);
    expect(me.person.id).toBe(other.owner.me.person.id);
    expect(me.organizations).toHaveLength(2);
    const second = { ...right, token: (await invite()).token };
    const again = await openBrowser().call("post /auth/invitations/accept", second);
    expect(await refusal(again)).toEqual([409, "identity.already_member"]);
    expect((await preview(second.token)).status).toBe(200);
  });

  it("for one address is refused to another", async () => {
    const { token } = await invite("lucas.petit@example.com");
    const refused = await start(token, registration().email);
    expect([refused.status, await refused.json()]).toMatchObject([
      410,
      {
        code: "identity.invitation_invalid",
        params: { reason: "email", email: "l•••@example.com" },
      },
    ]);
    const right = await accept(token, { email: "Lucas.Petit@example.com" });
    expect(right.status).toBe(201);
    const known = { email: "lucas.petit@example.com", roleId: firm.roleId("viewer") };
    const again = await firm.owner.call("post /invitations", known);
    expect(await refusal(again)).toEqual([409, "identity.already_member"]);
  });

  it("replaces an open one to the same address", async () => {
    const first = await invite("nora@example.com");
    const second = await invite("nora@example.com");
    expect((await preview(first.token)).status).toBe(410);
    expect((await preview(second.token)).status).toBe(200);
  });

  it("ends by revocation and by time", async () => {
    const revoked = await invite();
    expect((await firm.owner.call(`delete /invitations/${revoked.id}`)).status).toBe(204);
    expect((await preview(revoked.token)).status).toBe(410);
    expect(await refusal(await firm.owner.call(`delete /invitations/${revoked.id}`))).toEqual([
      404,
      "identity.invitation_not_found",
    ]);
    const late = await invite();
    await change("UPDATE invitations SET expires_at = '2020-01-01' WHERE id = ?", late.id);
    const answer = await start(late.token, registration().email);
    expect(await refusal(answer)).toEqual([410, "identity.invitation_invalid"]);
  });

  it("refuses a weak password, and leaves the invitation open", async () => {
    const { token } = await invite();
    const weak = await accept(token, { password: "motdepasse123" });
    expect(await refusal(weak)).toEqual([422, "auth.password_weak"]);
    expect((await preview(token)).status).toBe(200);
  });

  it("makes no account out of an address that nobody has shown to read", async () => {
    const { token } = await invite("nina@example.com");
    const { name, password, language } = registration();
    const bare = await send({ account: "new", token, name, password, language });
    expect(await refusal(bare)).toEqual([403, "auth.email_unverified"]);
  });

  it("can't give what its maker does not hold, and ends when its maker no longer does", async () => {
    const admin = await firm.hire("admin");
    const beyond = { email: null, roleId: firm.roleId("owner") };
    expect(await refusal(await admin.call("post /invitations", beyond))).toEqual([
      403,
      "permission.denied",
    ]);
    const within = { email: null, roleId: firm.roleId("admin") };
    const made = await admin.json<Invitation>("post /invitations", within);
    const demoted = { roleId: firm.roleId("manager") };
    await firm.owner.json(`patch /members/${admin.me.person.id}`, demoted);
    expect((await preview(made.token)).status).toBe(410);
  });
});
