import { beforeAll, describe, expect, it } from "vitest";
import type { SignedIn } from "#domain/identity/model.ts";
import type { Invitation } from "#domain/members/model.ts";
import { aWhileLater, codeOf, firstStep, withTotp } from "#worker/features/factors/testing.ts";
import { refusal } from "#worker/features/identity/testing.ts";
import { lastMailTo } from "#worker/platform/testing-mails.ts";
import { change, delivered, databaseOf, rows } from "#worker/platform/testing-databases.ts";
import { openFirm, type Colleague } from "./testing.ts";

let firm: Awaited<ReturnType<typeof openFirm>>;
let other: Awaited<ReturnType<typeof openFirm>>;

beforeAll(async () => {
  firm = await openFirm();
  other = await openFirm();
});

const invite = (email: string | null = null) =>
  firm.owner.json<Invitation>("post /invitations", { email, roleId: firm.roleId("viewer") });
const view = (person: Colleague, token: string | null) =>
  person.call("post /auth/invitations/view", { token });
const join = (person: Colleague, token: string | null) =>
  person.call("post /auth/invitations/join", { token });

describe("a signed-in person who holds an invitation", () => {
  it("joins in one call, in the same session, and goes on there", async () => {
    const anne = await other.hire("member");
    const { token } = await invite();
    expect(await (await view(anne, token)).json()).toMatchObject({ standing: "open" });
    const answer = await join(anne, token);
    expect(answer.status).toBe(201);
    const me = await answer.json<SignedIn>();
    expect(me.organization.id).toBe(firm.organizationId);
    expect(me.organizations).toHaveLength(2);
    const list = await anne.browser.json<{ items: unknown[] }>(
      "get /members",
      undefined,
      me.accessToken,
    );
    expect(list.items.length).toBeGreaterThan(1);
    await delivered();
    const db = await databaseOf(firm.organizationId);
    expect(await db.rows("SELECT action FROM audit ORDER BY id DESC LIMIT 2")).toEqual([
      { action: "member.joined" },
      { action: "invitation.accepted" },
    ]);
    const sessions = await rows(
      "SELECT id FROM sessions WHERE user_id = ? AND revoked_at IS NULL",
      anne.me.person.id,
    );
    expect(sessions).toHaveLength(1);
  });

  it("and comes back to a link that was used is shown the way in", async () => {
    const anne = await other.hire("member");
    const { token } = await invite();
    await join(anne, token);
    expect(await (await view(anne, token)).json()).toMatchObject({
      standing: "member",
      organizationId: firm.organizationId,
    });
    expect(await refusal(await join(anne, token))).toEqual([410, "identity.invitation_invalid"]);
    const stranger = await other.hire("viewer");
    expect(await refusal(await view(stranger, token))).toEqual([
      410,
      "identity.invitation_invalid",
    ]);
  });

  it("that is reserved for another address is told for whom, masked, and does not get in", async () => {
    const anne = await other.hire("member");
    const { token } = await invite("marc.dupont@example.com");
    expect(await (await view(anne, token)).json()).toMatchObject({
      standing: "reserved",
      email: null,
      reservedFor: "m•••@example.com",
      organizationId: null,
    });
    const refused = await join(anne, token);
    expect([refused.status, await refused.json()]).toMatchObject([
      410,
      { params: { reason: "email", email: "m•••@example.com" } },
    ]);
  });

  it("for their own address sees it whole, and by the mailed link confirms it", async () => {
    const anne = await other.hire("member");
    await change("UPDATE users SET email_verified_at = NULL WHERE id = ?", anne.me.person.id);
    const { token } = await invite(anne.email);
    expect(await (await view(anne, token)).json()).toMatchObject({
      standing: "open",
      email: anne.email,
      reservedFor: anne.email,
    });
    const mailed = await lastMailTo(anne.email, "invitation");
    const me = await (await join(anne, mailed.token)).json<SignedIn>();
    expect(me.person.emailVerified).toBe(true);
  });

  it("joins with a second factor too, unasked, and where the organization of now demands one", async () => {
    const karim = await withTotp();
    await change(
      "UPDATE sessions SET proven_at = '2026-01-01' WHERE user_id = ?",
      karim.me.person.id,
    );
    const body = { token: (await invite()).token };
    const joined = await karim.browser.call("post /auth/invitations/join", body, karim.token);
    expect(joined.status).toBe(201);
    const third = await openFirm();
    const anne = await third.hire("member");
    await change(
      "UPDATE organizations SET factor_demanded_at = '2026-01-01T00:00:00.000Z' WHERE id = ?",
      third.organizationId,
    );
    expect((await anne.call("get /clients")).status).toBe(403);
    const { token } = await invite();
    expect((await view(anne, token)).status).toBe(200);
    expect((await join(anne, token)).status).toBe(201);
  });

  it("is let in by the code of a second factor with it, also who belongs to no organization", async () => {
    const karim = await withTotp();
    await change("DELETE FROM memberships WHERE user_id = ?", karim.me.person.id);
    const { token: invitation } = await invite();
    const step = await firstStep(karim);
    const nowhere = { token: step.token, code: await codeOf(karim.key) };
    const alone = await step.browser.call("post /auth/sign-in/code", nowhere);
    expect(await refusal(alone)).toEqual([403, "permission.denied"]);
    await aWhileLater(karim);
    const words = { ...nowhere, invitation };
    const me = await step.browser.json<SignedIn>("post /auth/sign-in/code", words);
    expect([me.organization.id, me.role.slug]).toEqual([firm.organizationId, "viewer"]);
    const again = await firstStep(karim);
    await aWhileLater(karim);
    const second = {
      token: again.token,
      code: await codeOf(karim.key),
      invitation: (await invite()).token,
    };
    const refused = await again.browser.call("post /auth/sign-in/code", second);
    expect(await refusal(refused)).toEqual([409, "identity.already_member"]);
    const { invitation: _none, ...rest } = second;
    expect((await again.browser.call("post /auth/sign-in/code", rest)).status).toBe(200);
  });

  it("twice at once joins once", async () => {
    const anne = await other.hire("member");
    const { token } = await invite();
    const answers = await Promise.all([join(anne, token), join(anne, token)]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(1);
  });
});
