import { beforeAll, describe, expect, it } from "vitest";
import type { ScheduleView } from "#domain/dashboards/schedule/model.ts";
import { newId } from "#domain/ids.ts";
import { addPublished } from "#worker/features/dashboards/share/testing.ts";
import { answerOf } from "#worker/features/dashboards/testing.ts";
import { openBrowser } from "#worker/features/identity/testing.ts";
import { consumeJobs } from "#worker/jobs/queue.ts";
import { rows } from "#worker/platform/testing-databases.ts";
import { mailsTo } from "#worker/platform/testing-mails.ts";
import { mintOrganization, testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import { dueSchedules } from "./due-schedules.ts";
import { scheduledMails } from "./testing-mails.ts";
import { SCHEDULE } from "./testing.ts";

const DAY = 86_400_000;
let firm: TestOrganization;
let other: TestOrganization;
beforeAll(async () => {
  firm = await mintOrganization("Maison Vidal");
  other = await mintOrganization("Les Autres");
});

const { joined, emailOf, outsider, add, read, send } = scheduledMails(() => firm);
const at = (iso: string) => ({ now: () => Date.parse(iso) });
const end = (secret: string) => openBrowser().call("post /shared/unsubscribe", { token: secret });

describe("a schedule", () => {
  it("says when it is next due by the clock of its zone, and anew when that is changed", async () => {
    const made = await add({});
    expect(new Date(made.nextAt).getUTCMinutes()).toBe(0);
    expect(Date.parse(made.nextAt)).toBeGreaterThan(Date.now());
    const path = `patch /dashboard-schedules/${made.id}`;
    const changes = { hour: (new Date(made.nextAt).getUTCHours() + 5) % 24, timeZone: "UTC" };
    const after = await answerOf<ScheduleView>(firm.owner, path, { version: 1, changes });
    expect(new Date(after.nextAt).getUTCHours()).toBe(changes.hour);
    expect((await firm.owner.call(path, { version: 1, changes })).status).toBe(409);
    const wrong = { ...SCHEDULE, timeZone: "Europe/Atlantis" };
    const refused = await firm.owner.call(`post /dashboards/${made.dashboardId}/schedules`, wrong);
    expect(refused.status).toBe(422);
  });

  it("stays owed when who gets it changes a moment before it goes out, and is not after a pause", async () => {
    const { id } = await add({});
    const due = new Date(Date.now() - 60_000).toISOString();
    const owed = "UPDATE dashboard_schedules SET next_at = ? WHERE id = ?";
    await firm.db.prepare(owed).bind(due, id).run();
    const change = (version: number, changes: object) =>
      answerOf<ScheduleView>(firm.owner, `patch /dashboard-schedules/${id}`, { version, changes });
    expect((await change(1, { outsiders: [outsider()] })).nextAt).toBe(due);
    await change(2, { paused: true });
    const after = await change(3, { paused: false });
    expect(Date.parse(after.nextAt)).toBeGreaterThan(Date.now());
  });

  it("writes to people outside for whoever may share alone", async () => {
    const { id } = await addPublished(firm.owner);
    const member = await joined("member");
    await firm.restrict(member, ["analytics.read", "analytics.write"]);
    const path = `post /dashboards/${id}/schedules`;
    const outside = await member.call(path, { ...SCHEDULE, outsiders: [outsider()] });
    expect([outside.status, await outside.json()]).toMatchObject([
      403,
      { params: { permission: "analytics.share" } },
    ]);
    const inside = await member.call(path, { ...SCHEDULE, memberIds: [member.userId] });
    expect(inside.status).toBe(201);
    const made = await inside.json<ScheduleView>();
    const changes = { outsiders: [outsider()] };
    const later = await member.call(`patch /dashboard-schedules/${made.id}`, {
      version: 1,
      changes,
    });
    expect(later.status).toBe(403);
  });

  it("sends the published figures to each in their language, with what ends it for people outside", async () => {
    const member = await joined("viewer");
    const paul = outsider("en");
    const schedule = await add({ memberIds: [member.userId], outsiders: [paul] });
    await send(schedule);
    const [inside] = await mailsTo(await emailOf(member.userId), "dashboard_figures");
    expect(inside?.subject).toMatch(/^Agences · chiffres du 20 novembre 2026/);
    expect(inside?.text).toContain("Lyon | 1\u00A0234,5");
    expect(inside?.html).toContain(">1\u00A0234,5</td>");
    expect(inside?.link).toContain(`/d/${schedule.dashboardId}`);
    const [outside] = await mailsTo(paul.email, "dashboard_figures");
    expect(outside?.text).toContain("Lyon | 1,234.5");
    expect(outside?.link).toMatch(/\/unsubscribe#[0-9A-Z]{26}\.[\w-]{43}$/);
    expect(await read(schedule)).toMatchObject({
      sendings: [{ outcome: "sent", mails: 2, figuresAt: "2026-11-20T08:00:00.000Z" }],
    });
  });

  it("keeps no figures where mails are kept, and shows what people wrote as text", async () => {
    const { id, figures, widgetId } = await addPublished(firm.owner);
    const [table] = figures.widgets;
    const widgets = [
      { ...table, id: widgetId, title: "<b>CA</b>", rows: [["http://evil.example", 77_123]] },
    ];
    const body = {
      figures: { ...figures, widgets },
      basis: "0".repeat(64),
      digest: "2".repeat(64),
      keepCurrent: true,
    };
    await answerOf(firm.owner, `put /dashboards/${id}/figures`, body);
    const paul = outsider("fr");
    await send(await add({ outsiders: [paul] }, id));
    const [row] = await rows<{ params: string }>(
      "SELECT params FROM mails WHERE recipient = ?",
      paul.email,
    );
    expect(row?.params).not.toContain("77123");
    const [mail] = await mailsTo(paul.email);
    expect(mail?.html).toContain("&lt;b&gt;CA&lt;/b&gt;");
    expect(mail?.text).not.toContain("http://evil.example");
    expect(mail?.text).toContain("77\u00A0123");
  });

  it("sends once what was due, however often the queue hands it over and wherever it broke off", async () => {
    const paul = outsider();
    const schedule = await add({ outsiders: [paul] });
    const job = {
      kind: "dashboard.send",
      tenant: firm.tenant,
      scheduleId: schedule.id,
      due: schedule.nextAt,
    };
    const message = () => ({
      id: newId("msg"),
      body: job,
      attempts: 1,
      ack: () => undefined,
      retry: () => undefined,
    });
    const batch = { queue: "aetheria-jobs", messages: [message(), message()] };
    await consumeJobs(batch as unknown as MessageBatch, testEnv);
    // As after a crash between the mails and the schedule: it is still owed.
    const owed = "UPDATE dashboard_schedules SET next_at = ? WHERE id = ?";
    await firm.db.prepare(owed).bind(schedule.nextAt, schedule.id).run();
    await firm.db
      .prepare("DELETE FROM dashboard_sendings WHERE schedule_id = ?")
      .bind(schedule.id)
      .run();
    await send(schedule);
    expect(await mailsTo(paul.email)).toHaveLength(1);
    expect((await read(schedule))?.sendings).toMatchObject([{ outcome: "sent", mails: 1 }]);
    await send(schedule);
    expect((await read(schedule))?.sendings).toHaveLength(1);
  });

  it("sends nothing to people who are no longer members, or may no longer read", async () => {
    const left = await joined("viewer");
    const barred = await joined("viewer");
    const stays = await joined("viewer");
    const memberIds = [left, barred, stays].map(({ userId }) => userId);
    const foreign = other.owner.userId;
    const schedule = await add({ memberIds: [...memberIds, foreign] });
    await firm.remove(left);
    await firm.restrict(barred, ["clients.read"]);
    await send(schedule);
    const counts = await Promise.all(
      [...memberIds, foreign].map(async (id) => (await mailsTo(await emailOf(id))).length),
    );
    expect(counts).toEqual([0, 0, 1, 0]);
    expect((await read(schedule))?.sendings[0]?.mails).toBe(1);
  });

  it("says that figures are older than its period, and writes nothing where none are published", async () => {
    const paul = outsider("fr");
    const schedule = await add({ outsiders: [paul] });
    const late = new Date(Date.parse("2026-11-20T08:00:00.000Z") + 3 * DAY).toISOString();
    await firm.db
      .prepare("UPDATE dashboard_schedules SET next_at = ? WHERE id = ?")
      .bind(late, schedule.id)
      .run();
    await send(schedule, late);
    expect((await mailsTo(paul.email))[0]?.text).toContain("plus anciens que la période");
    await firm.owner.call(`delete /dashboards/${schedule.dashboardId}/figures`);
    const again = await read(schedule);
    if (again) await send(again);
    expect(await mailsTo(paul.email)).toHaveLength(1);
    expect((await read(schedule))?.sendings[0]?.outcome).toBe("no_figures");
  });

  it("is found when it is due, unless it is paused, deleted, or its dashboard is gone", async () => {
    const due = async (schedule: ScheduleView) => {
      const found = await dueSchedules(testEnv, at("2027-02-01T00:00:00Z"), firm.tenant);
      return found.some(({ scheduleId }) => scheduleId === schedule.id);
    };
    const paul = outsider();
    const schedule = await add({ outsiders: [paul] });
    expect(await due(schedule)).toBe(true);
    expect(await dueSchedules(testEnv, at("2026-01-01T00:00:00Z"), firm.tenant)).toEqual([]);
    const path = `/dashboard-schedules/${schedule.id}`;
    await answerOf(firm.owner, `patch ${path}`, { version: 1, changes: { paused: true } });
    expect(await due(schedule)).toBe(false);
    await send(schedule);
    await firm.owner.call(`delete ${path}`);
    await send(schedule);
    const second = await add({ outsiders: [paul] });
    await firm.owner.call(`delete /dashboards/${second.dashboardId}`);
    await send(second);
    expect(await mailsTo(paul.email)).toEqual([]);
  });

  it("is tried by mail to oneself", async () => {
    const member = await joined("member");
    const schedule = await add({ outsiders: [outsider()] });
    const tried = await member.call(`post /dashboard-schedules/${schedule.id}/test`);
    expect(tried.status).toBe(204);
    await expect.poll(async () => mailsTo(await emailOf(member.userId))).toHaveLength(1);
    expect((await other.owner.call(`post /dashboard-schedules/${schedule.id}/test`)).status).toBe(
      404,
    );
  });
});

describe("whoever is written to from outside", () => {
  it("ends it by the link of the mail, for good, and for this schedule alone", async () => {
    const paul = outsider();
    const schedule = await add({ outsiders: [paul] });
    const kept = await add({ outsiders: [paul] });
    await send(schedule);
    const [mail] = await mailsTo(paul.email);
    const token = mail?.link.split("#")[1] ?? "";
    expect((await end(`${token}x`)).status).toBe(410);
    expect((await end(token.replace(/^\w{26}/, "0".repeat(26)))).status).toBe(410);
    const ended = await end(token);
    expect([ended.status, await ended.json()]).toEqual([200, { title: "Agences" }]);
    expect((await end(token)).status).toBe(200);
    expect((await read(schedule))?.unsubscribed).toEqual([paul.email]);
    const path = `patch /dashboard-schedules/${schedule.id}`;
    await answerOf(firm.owner, path, { version: 1, changes: { outsiders: [] } });
    const again = { version: 2, changes: { outsiders: [paul] } };
    await answerOf(firm.owner, path, again);
    const back = await read(schedule);
    expect(back?.unsubscribed).toEqual([paul.email]);
    const later = new Date(Date.parse(schedule.nextAt) + DAY).toISOString();
    await firm.db
      .prepare("UPDATE dashboard_schedules SET next_at = ? WHERE id = ?")
      .bind(later, schedule.id)
      .run();
    if (back) await send(back, later);
    expect((await read(schedule))?.sendings[0]?.outcome).toBe("nobody");
    await send(kept);
    expect(await mailsTo(paul.email)).toHaveLength(2);
    const stored = await firm.db.prepare("SELECT * FROM dashboard_outsiders").all();
    expect(JSON.stringify(stored.results)).not.toContain(token.split(".")[1]);
  });
});
