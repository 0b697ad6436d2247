import { beforeAll, describe, expect, it } from "vitest";
import type { DashboardCommentView } from "#domain/dashboards/comments/model.ts";
import { addDashboard, addWidget, answerOf } from "#worker/features/dashboards/testing.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { mailsTo } from "#worker/platform/testing-mails.ts";
import {
  mintOrganization,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";

let firm: TestOrganization;
let other: TestOrganization;
beforeAll(async () => {
  firm = await mintOrganization("Maison Vidal");
  other = await mintOrganization("Les Autres");
});

const emailOf = async (userId: string) => {
  const [user] = await rows<{ email: string }>("SELECT email FROM users WHERE id = ?", userId);
  return user?.email ?? "";
};
const confirmed = async (role: "member" | "viewer") => {
  const person = await firm.join(role);
  await change("UPDATE users SET email_verified_at = created_at WHERE id = ?", person.userId);
  return person;
};
const say = (person: TestPerson, dashboard: string, body: object) =>
  answerOf<DashboardCommentView>(person, `post /dashboards/${dashboard}/comments`, body);
const read = (person: TestPerson, dashboard: string) =>
  answerOf<{ items: DashboardCommentView[]; readAt: string | null }>(
    person,
    `get /dashboards/${dashboard}/comments`,
  );
const code = async (answer: Response) =>
  `${answer.status} ${(await answer.json<{ code: string }>()).code}`;

describe("a comment on a dashboard", () => {
  it("stands on the dashboard or on a widget of it, oldest first", async () => {
    const { id } = await addDashboard(firm.owner);
    const widget = await addWidget(firm.owner, id);
    await say(firm.owner, id, { text: "Bon mois" });
    await say(firm.owner, id, { text: "Et ici ?", widgetId: widget.id });
    const { items, readAt } = await read(await firm.join("viewer"), id);
    expect(items.map(({ text, widgetId }) => [text, widgetId])).toEqual([
      ["Bon mois", null],
      ["Et ici ?", widget.id],
    ]);
    expect([readAt, items[0]?.can]).toEqual([null, { edit: false, resolve: false }]);
    const elsewhere = await addWidget(firm.owner, (await addDashboard(firm.owner)).id);
    const body = { text: "?", widgetId: elsewhere.id };
    const foreign = await firm.owner.call(`post /dashboards/${id}/comments`, body);
    expect(await code(foreign)).toBe("422 dashboard.foreign_widget");
  });

  it("is changed and deleted by its author, settled by whoever may write, and comes back", async () => {
    const { id } = await addDashboard(firm.owner);
    const member = await firm.join("member");
    const made = await say(member, id, { text: "À revoir" });
    const path = `/dashboard-comments/${made.id}`;
    const words = { version: 1, changes: { text: "Autre" } };
    expect(await code(await firm.owner.call(`patch ${path}`, words))).toBe(
      "403 dashboard.comment_of_another",
    );
    expect(await code(await firm.owner.call(`delete ${path}`))).toBe(
      "403 dashboard.comment_of_another",
    );
    const settle = { version: 1, changes: { resolved: true } };
    const settled = await answerOf<DashboardCommentView>(firm.owner, `patch ${path}`, settle);
    expect(settled).toMatchObject({ resolvedBy: firm.owner.userId, editedAt: null });
    expect(await code(await member.call(`patch ${path}`, words))).toBe("409 conflict.version");
    const again = { version: 2, changes: { text: "Mieux", resolved: false } };
    const edited = await answerOf<DashboardCommentView>(member, `patch ${path}`, again);
    expect([edited.text, edited.resolvedAt, edited.editedAt === null]).toEqual([
      "Mieux",
      null,
      false,
    ]);
    expect((await member.call(`delete ${path}`)).status).toBe(204);
    expect((await read(member, id)).items).toEqual([]);
    expect((await member.call(`post ${path}/restore`)).status).toBe(200);
    expect((await read(member, id)).items).toHaveLength(1);
  });

  it("mails whoever it calls by name and may read it, once, and nobody else", async () => {
    const { id } = await addDashboard(firm.owner);
    const called = await confirmed("viewer");
    const barred = await confirmed("viewer");
    await firm.restrict(barred, ["clients.read"]);
    const mentions = [called, barred, other.owner, firm.owner].map(({ userId }, at) => ({
      id: userId,
      name: `Personne ${at}`,
    }));
    const made = await say(firm.owner, id, { text: "@Personne 0 **regardez** Lyon", mentions });
    await expect.poll(async () => mailsTo(await emailOf(called.userId))).toHaveLength(1);
    const [mail] = await mailsTo(await emailOf(called.userId), "dashboard_mention");
    expect(mail?.text).toContain("regardez Lyon");
    expect(mail?.link).toContain(`/d/${id}?comment=${made.id}`);
    for (const person of [barred, other.owner, firm.owner]) {
      expect(await mailsTo(await emailOf(person.userId), "dashboard_mention")).toEqual([]);
    }
    const changes = { text: "@Personne 0 encore", mentions };
    await answerOf(firm.owner, `patch /dashboard-comments/${made.id}`, { version: 1, changes });
    expect(await mailsTo(await emailOf(called.userId), "dashboard_mention")).toHaveLength(1);
  });

  it("is unread until its reader has read, each for themselves", async () => {
    const { id } = await addDashboard(firm.owner);
    await say(firm.owner, id, { text: "Bonjour" });
    const viewer = await firm.join("viewer");
    expect((await viewer.call(`post /dashboards/${id}/comments/read`)).status).toBe(204);
    expect((await read(viewer, id)).readAt).toMatch(/^\d{4}-/);
    expect((await read(firm.owner, id)).readAt).toBeNull();
  });

  it("is out of reach of another organization, and of whoever only reads to write", async () => {
    const { id } = await addDashboard(firm.owner);
    const made = await say(firm.owner, id, { text: "Entre nous" });
    expect((await other.owner.call(`get /dashboards/${id}/comments`)).status).toBe(404);
    expect((await other.owner.call(`delete /dashboard-comments/${made.id}`)).status).toBe(404);
    const viewer = await firm.join("viewer");
    const body = { text: "Non" };
    expect((await viewer.call(`post /dashboards/${id}/comments`, body)).status).toBe(403);
  });
});
