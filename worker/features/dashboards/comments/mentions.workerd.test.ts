import { beforeAll, describe, expect, it } from "vitest";
import type { DashboardCommentView } from "#domain/dashboards/comments/model.ts";
import type { NotificationView } from "#domain/notifications/model.ts";
import { addDashboard, addWidget, answerOf } from "#worker/features/dashboards/testing.ts";
import {
  mintOrganization,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";

let firm: TestOrganization;
let claire: TestPerson;
let karim: TestPerson;
beforeAll(async () => {
  firm = await mintOrganization("Maison Vidal");
  claire = firm.owner;
  karim = await firm.join("viewer", "Karim");
});

interface Page {
  items: NotificationView[];
  nextCursor: string | null;
  unread: number;
}
const told = (person: TestPerson, query = "") =>
  answerOf<Page>(person, `get /notifications${query}`);
const say = (dashboard: string, text: string, people: readonly TestPerson[], widgetId?: string) =>
  answerOf<DashboardCommentView>(claire, `post /dashboards/${dashboard}/comments`, {
    text,
    mentions: people.map(({ userId }) => ({ id: userId, name: "Karim" })),
    ...(widgetId && { widgetId }),
  });
/** What a person was told of on one dashboard. */
const toldOn = async (person: TestPerson, dashboard: string) =>
  (await told(person)).items.filter(
    (one) => one.subject === "dashboard" && one.dashboardId === dashboard,
  );

describe("a mention on a dashboard", () => {
  it("reaches the list of whom it calls, with who, where and the first words, once", async () => {
    const { id, workspaceId } = await addDashboard(claire);
    const widget = await addWidget(claire, id);
    const comment = await say(id, "@Karim **regardez** Lyon", [karim, karim, claire], widget.id);
    const [notice, ...others] = await toldOn(karim, id);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      subject: "dashboard",
      kind: "mention",
      workspaceId,
      workspaceTitle: "Ventes",
      dashboardTitle: "Agences",
      widgetTitle: "CA",
      commentId: comment.id,
      excerpt: "@Karim regardez Lyon",
      actorId: claire.userId,
      readAt: null,
    });
    expect(await toldOn(claire, id)).toEqual([]);
    const patch = `patch /dashboard-comments/${comment.id}`;
    const { mentions } = comment;
    const reworded = { version: 1, changes: { text: "@Karim et Annecy", mentions } };
    await answerOf(claire, patch, reworded);
    expect(await toldOn(karim, id)).toMatchObject([{ excerpt: "@Karim et Annecy" }]);
  });

  it("added to a comment later tells then, and is read and unread as any other", async () => {
    const { id } = await addDashboard(claire);
    const comment = await say(id, "Bon mois", []);
    expect(await toldOn(karim, id)).toEqual([]);
    const changes = {
      text: "@Karim bon mois",
      mentions: [{ id: karim.userId, name: "Karim" }],
    };
    await answerOf(claire, `patch /dashboard-comments/${comment.id}`, { version: 1, changes });
    const [notice] = await toldOn(karim, id);
    const before = (await told(karim)).unread;
    await karim.call("post /notifications/read", { ids: [notice?.id], read: true });
    expect((await told(karim)).unread).toBe(before - 1);
    expect((await told(karim, "?state=unread")).items.map((one) => one.id)).not.toContain(
      notice?.id,
    );
    await karim.call("post /notifications/read", { ids: [notice?.id], read: false });
    expect((await told(karim)).unread).toBe(before);
  });

  it("says nothing any more once its comment or its dashboard was deleted, and is back with it", async () => {
    const { id } = await addDashboard(claire);
    const comment = await say(id, "@Karim ici", [karim]);
    const excerpt = async () => (await toldOn(karim, id)).map((one) => one.excerpt);
    expect(await excerpt()).toEqual(["@Karim ici"]);
    await claire.call(`delete /dashboard-comments/${comment.id}`);
    expect(await excerpt()).toEqual([null]);
    await claire.call(`post /dashboard-comments/${comment.id}/restore`);
    expect(await excerpt()).toEqual(["@Karim ici"]);
    await claire.call(`delete /dashboards/${id}`);
    expect(await excerpt()).toEqual([null]);
    await claire.call(`post /dashboards/${id}/restore`);
    expect(await excerpt()).toEqual(["@Karim ici"]);
  });

  it("tells nobody who may not read dashboards, and nobody of another firm", async () => {
    const { id } = await addDashboard(claire);
    const barred = await firm.join("viewer", "Zoé");
    await firm.restrict(barred, ["boards.read"]);
    const stranger = (await mintOrganization("Les Autres")).owner;
    await say(id, "@Karim et les autres", [barred, stranger, karim]);
    expect(await toldOn(karim, id)).toHaveLength(1);
    const rows = await firm.db
      .prepare("SELECT user_id FROM notifications WHERE dashboard_id = ?")
      .bind(id)
      .all<{ user_id: string }>();
    expect(rows.results).toEqual([{ user_id: karim.userId }]);
    expect(await told(barred)).toEqual({ items: [], nextCursor: null, unread: 0 });
  });

  it("is listed last first, page by page, without what can no more be named", async () => {
    const { id } = await addDashboard(claire);
    const person = await firm.join("member", "Maya");
    const card = (n: number) =>
      firm.db
        .prepare(
          `INSERT INTO notifications (id, source, user_id, kind, board_id, card_id, actor_id, actor_name, at)
           VALUES (?, ?, ?, 'assigned', 'brd_none', 'crd_none', 'usr_x', '', '2026-11-20T08:00:00.000Z')`,
        )
        .bind(`ntf_0000000000000000000000000${n}`, `boards/none@${n}`, person.userId)
        .run();
    // Of a card that is not known, nothing can be said.
    await card(1);
    const said = [];
    for (const text of ["un", "deux", "trois"]) said.push(await say(id, text, [person]));
    const ids = said.map((one) => one.id).toReversed();
    const first = await told(person, "?limit=2");
    const rest = await told(person, `?limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items].map((one) => one.commentId)).toEqual(ids);
    expect(rest.nextCursor).toBeNull();
  });

  it("is hidden, and not counted, while its reader lacks the key", async () => {
    const { id } = await addDashboard(claire);
    const person = await firm.join("viewer", "Nour");
    await say(id, "@Karim", [person]);
    expect(await told(person)).toMatchObject({ unread: 1, items: [{ subject: "dashboard" }] });
    await firm.restrict(person, ["boards.read"]);
    expect(await told(person)).toEqual({ items: [], nextCursor: null, unread: 0 });
  });
});
