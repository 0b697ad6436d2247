import { exports } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import type { ScheduleView } from "#domain/dashboards/schedule/model.ts";
import { addPublished, PICTURE, publication } from "#worker/features/dashboards/share/testing.ts";
import { answerOf } from "#worker/features/dashboards/testing.ts";
import { openBrowser } from "#worker/features/identity/testing.ts";
import { mailsTo } from "#worker/platform/testing-mails.ts";
import { mintOrganization, ORIGIN, type TestOrganization } from "#worker/platform/testing.ts";
import { scheduledMails } from "./testing-mails.ts";

const main = (exports as unknown as { default: Fetcher }).default;
let firm: TestOrganization;
let other: TestOrganization;
beforeAll(async () => {
  firm = await mintOrganization("Maison Vidal");
  other = await mintOrganization("Les Autres");
});

const { joined, emailOf, outsider, add, read, send } = scheduledMails(() => firm);
/** What a mailbox asks for by itself. */
const mailbox = (path: string, how: RequestInit) => main.fetch(ORIGIN + path, how);
const end = (secret: string) => openBrowser().call("post /shared/unsubscribe", { token: secret });

describe("a mail of figures", () => {
  it("shows the picture in its language that was published with them, and none of figures before", async () => {
    const [paul, ann] = [outsider("fr"), outsider("en")];
    const { id, figures } = await addPublished(firm.owner);
    const filters = [{ fr: "Mois : octobre", en: "Month: October" }, "Agence : Lyon"];
    const body = { ...publication(figures), figures: { ...figures, filters } };
    await answerOf(firm.owner, `put /dashboards/${id}/figures`, body);
    const give = async (language: string, letters: string) => {
      const picture = { version: 2, language, data: btoa(letters) };
      const given = await firm.owner.call(`put /dashboards/${id}/figures/picture`, picture);
      expect(given.status).toBe(204);
    };
    await give("fr", PICTURE);
    await send(await add({ outsiders: [paul, ann] }, id));
    const [english] = await mailsTo(ann.email);
    expect(english?.pictures).toEqual([]);
    await give("en", PICTURE.slice(0, 33) + PICTURE.slice(45));
    expect((await mailsTo(ann.email))[0]?.pictures[0]?.bytes.byteLength).toBe(PICTURE.length - 12);
    expect((await mailsTo(ann.email))[0]?.text).toContain("Month: October · Agence : Lyon");
    const [mail] = await mailsTo(paul.email);
    expect(mail?.html).toMatch(/<img src="cid:figures" alt="Image du tableau de bord «.Agences.»/u);
    expect(mail?.text).toMatch(/Mois.: octobre · Agence.: Lyon/u);
    expect(mail?.pictures).toMatchObject([{ id: "figures", type: "image/png" }]);
    expect(mail?.pictures[0]?.bytes.byteLength).toBe(PICTURE.length);
    expect(mail?.html).toContain(">1\u00A0234,5</td>");
    expect(mail?.text).toContain("Lyon | 1\u00A0234,5");
    await answerOf(firm.owner, `put /dashboards/${id}/figures`, publication(figures));
    const [now] = await mailsTo(paul.email);
    expect(now?.pictures).toEqual([]);
    expect(now?.html).not.toContain("<img");
    expect(now?.html).toContain(">1\u00A0234,5</td>");
  });

  it("is ended by the mailbox with one POST, by a page when it is opened", async () => {
    const paul = outsider();
    const schedule = await add({ outsiders: [paul] });
    await send(schedule);
    const [mail] = await mailsTo(paul.email);
    const token = mail?.link.split("#")[1] ?? "";
    const opened = await mailbox(`/mail/unsubscribe/${token}`, { redirect: "manual" });
    expect([opened.status, opened.headers.get("location")]).toEqual([303, `/unsubscribe#${token}`]);
    expect((await read(schedule))?.unsubscribed).toEqual([]);
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const body = "List-Unsubscribe=One-Click";
    const post = (path: string) => mailbox(path, { method: "POST", headers, body });
    expect((await post(`/mail/unsubscribe/${token}x`)).status).toBe(410);
    expect((await post(`/mail/unsubscribe/${token}`)).status).toBe(204);
    expect((await post(`/mail/unsubscribe/${token}`)).status).toBe(204);
    expect((await read(schedule))?.unsubscribed).toEqual([paul.email]);
  });

  it("is ended by a member for themselves alone", async () => {
    const [leaves, stays] = [await joined("viewer"), await joined("viewer")];
    const schedule = await add({ memberIds: [leaves.userId, stays.userId] });
    await send(schedule);
    const [mail] = await mailsTo(await emailOf(leaves.userId), "dashboard_figures");
    expect(mail?.link).toContain(`/d/${schedule.dashboardId}`);
    const token = /\/unsubscribe#(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
    expect(mail?.html).toContain(`/unsubscribe#${token}`);
    expect((await end(token.replace(leaves.userId, stays.userId))).status).toBe(410);
    expect((await end(token.replace(/\.\w/, "._"))).status).toBe(410);
    const ended = await end(token);
    expect([ended.status, await ended.json()]).toEqual([200, { title: "Agences" }]);
    expect((await end(token)).status).toBe(200);
    expect((await read(schedule))?.memberIds).toEqual([stays.userId]);
    await firm.owner.call(`delete /dashboard-schedules/${schedule.id}`);
    expect((await end(token)).status).toBe(410);
  });
});

describe("sending at once", () => {
  it("reaches all who get the mail, leaves its row, and waits ten minutes for the next", async () => {
    const member = await joined("viewer");
    const [paul, gone] = [outsider("en"), outsider("en")];
    const schedule = await add({ memberIds: [member.userId], outsiders: [paul, gone] });
    await firm.db
      .prepare("UPDATE dashboard_outsiders SET unsubscribed_at = '2026-11-20' WHERE email = ?")
      .bind(gone.email)
      .run();
    const path = `post /dashboard-schedules/${schedule.id}/send`;
    const key = { "idempotency-key": `now-${schedule.id}` };
    const sent = await firm.owner.call(path, undefined, key);
    expect(sent.status).toBe(200);
    const after = await sent.json<ScheduleView>();
    expect(after).toMatchObject({
      version: 1,
      nextAt: schedule.nextAt,
      sendings: [{ outcome: "sent", mails: 2, figuresAt: "2026-11-20T08:00:00.000Z" }],
    });
    expect(await mailsTo(await emailOf(member.userId))).toHaveLength(1);
    expect(await mailsTo(gone.email)).toEqual([]);
    expect(await (await firm.owner.call(path, undefined, key)).json()).toEqual(after);
    const soon = await firm.owner.call(path);
    expect([soon.status, Number(soon.headers.get("retry-after"))]).toEqual([
      429,
      expect.closeTo(600, -2),
    ]);
    expect(await mailsTo(paul.email)).toHaveLength(1);
    expect(await read(schedule)).toEqual(after);
    const audit = await firm.db
      .prepare("SELECT count(*) AS n FROM audit WHERE entity_id = ? AND action = ?")
      .bind(schedule.id, "dashboard_schedule.sent")
      .first<number>("n");
    expect(audit).toBe(1);
    await send(schedule);
    expect(await mailsTo(paul.email)).toHaveLength(2);
  });

  it("is for whoever may write, of figures that are published, in their own organization", async () => {
    const reader = await joined("viewer");
    const schedule = await add({ memberIds: [reader.userId] });
    const path = `post /dashboard-schedules/${schedule.id}/send`;
    expect((await reader.call(path)).status).toBe(403);
    expect((await other.owner.call(path)).status).toBe(404);
    await firm.owner.call(`delete /dashboards/${schedule.dashboardId}/figures`);
    const none = await firm.owner.call(path);
    expect(await none.json()).toMatchObject({ code: "dashboard.not_published" });
    expect(await mailsTo(await emailOf(reader.userId))).toEqual([]);
  });
});
