import { beforeAll, describe, expect, it } from "vitest";
import type { Invitation } from "#domain/members/model.ts";
import { openBrowser, refusal, registration } from "#worker/features/identity/testing.ts";
import { lastMailTo, mailsTo } from "#worker/platform/testing-mails.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { openFirm, openInvitation } from "./testing.ts";

let firm: Awaited<ReturnType<typeof openFirm>>;
let other: Awaited<ReturnType<typeof openFirm>>;
beforeAll(async () => {
  firm = await openFirm();
  other = await openFirm();
});

const invite = async (email: string | null = null) => {
  const body = { email, roleId: firm.roleId("viewer") };
  return (await firm.owner.json<Invitation>("post /invitations", body)).token;
};
const start = (token: string | null, email: string) =>
  openBrowser().call("post /auth/invitations/start", { token, email, language: "en" });
const preview = (token: string) => openBrowser().json("post /auth/invitations/preview", { token });
const seen = async (answer: Response) => [
  answer.status,
  await answer.text(),
  [...answer.headers.keys()].toSorted(),
  answer.headers.get("server-timing"),
];

describe("an invitation that did not come by mail", () => {
  it("goes on by mail, the same for an address that has an account and one that has none", async () => {
    const token = await invite();
    const nobody = registration().email;
    const known = await start(token, other.owner.email);
    expect(known.status).toBe(204);
    expect(await seen(await start(token, nobody))).toEqual(await seen(known));
    const mails = [await lastMailTo(other.owner.email), await lastMailTo(nobody)];
    expect(mails.map(({ kind, subject }) => [kind, subject])).toEqual(
      Array.from({ length: 2 }, () => [
        "invitation_continue",
        `Join ${firm.owner.me.organization.name}`,
      ]),
    );
  });

  it("tells by its mailed link, and by no other, whether the address has an account", async () => {
    const token = await invite();
    const nobody = registration().email;
    await start(token, nobody);
    await start(token, other.owner.email);
    const open = { account: null, email: null, reservedFor: null };
    expect(await preview(token ?? "")).toMatchObject(open);
    expect(await preview((await lastMailTo(nobody)).token)).toMatchObject({
      account: "new",
      email: nobody,
    });
    expect(await preview((await lastMailTo(other.owner.email)).token)).toMatchObject({
      account: "existing",
      email: other.owner.email,
    });
  });

  it("ends with the invitation, and after a day", async () => {
    const token = await invite();
    const { email } = registration();
    await start(token, email);
    const link = (await lastMailTo(email)).token;
    await change("UPDATE mail_tokens SET expires_at = '2020' WHERE email = ?", email);
    const over = [410, "identity.invitation_invalid"];
    const late = openBrowser().call("post /auth/invitations/preview", { token: link });
    expect(await refusal(await late)).toEqual(over);
    const second = registration();
    const body = await openInvitation(token, second);
    await firm.join(token ?? "");
    const answer = await openBrowser().call("post /auth/invitations/accept", body);
    expect(await refusal(answer)).toEqual(over);
  });

  it("fills no mailbox: one link in five minutes, five a day, twenty for all invitations", async () => {
    const token = await invite();
    const { email } = registration();
    const age = () =>
      change(
        "UPDATE mails SET created_at = ? WHERE recipient = ?",
        new Date(Date.now() - 3_600_000).toISOString(),
        email,
      );
    await Promise.all([start(token, email), start(token, email)]);
    expect(await mailsTo(email)).toHaveLength(1);
    for (let count = 0; count < 6; count += 1) {
      await age();
      await start(token, email);
    }
    expect(await mailsTo(email)).toHaveLength(5);
    for (let count = 0; count < 17; count += 1) await start(await invite(), email);
    expect(await mailsTo(email)).toHaveLength(20);
  });

  it("is counted before anything is written", async () => {
    const token = await invite();
    const browser = openBrowser();
    const body = { token, email: registration().email, language: "fr" };
    const asks = Array.from({ length: 7 }, () =>
      browser.call("post /auth/invitations/start", body),
    );
    expect((await Promise.all(asks)).map(({ status }) => status)).toContain(429);
  });

  it("stores the token of its mail as a hash", async () => {
    const { email } = registration();
    await start(await invite(), email);
    const { token } = await lastMailTo(email);
    const stored = JSON.stringify([
      await rows("SELECT * FROM mail_tokens"),
      await rows("SELECT * FROM mails"),
    ]);
    expect(stored).toContain(email);
    expect(stored).not.toContain(token);
  });
});
