import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import type { NotificationView } from "#domain/notifications/model.ts";
import { createQueries } from "#web/lib/query-cache.ts";
import type { SocketDeps, SocketLike } from "#web/lib/room-socket.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { neverLive, renderPage } from "#web/lib/testing-page.tsx";
import { Bell } from "./bell.tsx";

afterEach(() => session.leave());

const AT = "2026-11-20T08:00:00.000Z";

const notice = (n: number, kind: NotificationView["kind"]): NotificationView => ({
  id: testId("ntf", n),
  subject: "card",
  kind,
  boardId: testId("brd", 1),
  boardTitle: "Chantier Quimper",
  cardId: testId("crd", n),
  cardTitle: `Note ${n}`,
  reference: `CQ-${n}`,
  commentId: null,
  excerpt: kind === "assigned" ? null : "Peux-tu relire ?",
  actorId: testId("usr", 2),
  actorName: "Thomas Girard",
  at: AT,
  readAt: null,
});

const onDashboard = (n: number, widgetTitle: string | null): NotificationView => ({
  id: testId("ntf", n),
  subject: "dashboard",
  kind: "mention",
  workspaceId: testId("wsp", 1),
  workspaceTitle: "Ventes",
  dashboardId: testId("dsb", n),
  dashboardTitle: "Suivi des agences",
  widgetTitle,
  commentId: testId("dcm", n),
  excerpt: "Regardez Lyon",
  actorId: testId("usr", 2),
  actorName: "Thomas Girard",
  at: AT,
  readAt: null,
});

/** A server that keeps what was read. */
function open(all: NotificationView[], permissions = ["boards.read"], live?: SocketDeps) {
  let items = all;
  const asked = fakeServer({
    "get /notifications": () => {
      const unread = items.filter(({ readAt }) => readAt === null).length;
      return Response.json({ items, nextCursor: null, unread });
    },
    "post /notifications/read": ({ body }) => {
      const given = body as { upTo?: string; ids?: string[]; read?: boolean };
      items = items.map((one) => {
        const hit = given.ids?.includes(one.id) ?? one.id <= (given.upTo ?? "");
        const readAt = given.read === false ? null : "2026-11-20T09:00:00.000Z";
        return hit ? { ...one, readAt } : one;
      });
      return new Response(null, { status: 204 });
    },
  });
  session.enter({ ...signedIn(), permissions });
  renderPage(Bell, createQueries(), live);
  return asked;
}

test("the bell tells how many are unread, and each opens its card", async () => {
  open([notice(2, "mention"), notice(1, "assigned")]);
  fireEvent.click(await screen.findByRole("button", { name: "Notifications, 2 non lues" }));
  await screen.findByText("Thomas Girard vous a mentionné");
  await screen.findByText("Thomas Girard vous a assigné une carte");
  const link = screen.getByRole("link", { name: /vous a mentionné/ });
  expect(link.getAttribute("href")).toBe(`/boards/${testId("brd", 1)}?card=${testId("crd", 2)}`);
  fireEvent.click(link);
  await screen.findByRole("button", { name: "Notifications, 1 non lue" });
});

test("a mention on a dashboard says where and what, and leads to its comment", async () => {
  open([onDashboard(2, "CA par agence"), onDashboard(1, null)], ["analytics.read"]);
  fireEvent.click(await screen.findByRole("button", { name: "Notifications, 2 non lues" }));
  const link = await screen.findByRole("link", { name: /Suivi des agences · CA par agence/ });
  expect(within(link).getByRole("img", { name: "Tableau de bord" })).toBeTruthy();
  expect(within(link).getByText("Thomas Girard vous a mentionné")).toBeTruthy();
  expect(within(link).getByText("Regardez Lyon")).toBeTruthy();
  expect(within(link).getByText(/· Ventes$/)).toBeTruthy();
  const place = `/analytics/w/${testId("wsp", 1)}/d/${testId("dsb", 2)}`;
  expect(link.getAttribute("href")).toBe(`${place}?comment=${testId("dcm", 2)}`);
});

test("a comment on a dashboard that calls this person rings at once, one that calls another does not", async () => {
  const socket = Object.assign(new EventTarget(), {
    readyState: 1,
    send: () => undefined,
    close: () => undefined,
  });
  const items: NotificationView[] = [];
  const asked = open(items, ["analytics.read"], {
    ...neverLive,
    ticket: () => Promise.resolve("ticket"),
    open: () => socket as unknown as SocketLike,
  });
  await screen.findByRole("button", { name: "Notifications" });
  const said = (seq: number, called: string) => {
    const comment = { entity: "dashboard_comment", entityId: testId("dcm", seq) };
    const mentions = [{ id: called, name: "Claire" }];
    const by = { actorId: testId("usr", 2), actorName: "Thomas Girard", at: AT };
    const event = { type: "dashboard_comment.created", topic: "dashboards", ...comment, ...by };
    const events = [{ seq, ...event, after: { mentions } }];
    const data = JSON.stringify({ kind: "events", events });
    socket.dispatchEvent(new MessageEvent("message", { data }));
  };
  await waitFor(() => expect(asked).toHaveLength(1));
  items.push(onDashboard(1, null));
  said(1, testId("usr", 9));
  said(2, "usr_1");
  await screen.findByRole("button", { name: "Notifications, 1 non lue" });
  expect(asked.filter(({ path }) => path.startsWith("/notifications"))).toHaveLength(2);
});

test("one is marked, all are marked, and one is unread again", async () => {
  const asked = open([notice(2, "comment"), notice(1, "comment")]);
  fireEvent.click(await screen.findByRole("button", { name: /^Notifications, 2/ }));
  const [first] = await screen.findAllByRole("button", { name: "Marquer comme lu" });
  if (first) fireEvent.click(first);
  await waitFor(() =>
    expect(screen.getAllByRole("button", { name: "Marquer comme lu" })).toHaveLength(1),
  );
  fireEvent.click(screen.getByRole("button", { name: "Tout marquer comme lu" }));
  await waitFor(() =>
    expect(screen.queryByRole("button", { name: "Marquer comme lu" })).toBeNull(),
  );
  expect(asked.at(-2)?.body).toEqual({ upTo: testId("ntf", 2) });
  const [again] = screen.getAllByRole("button", { name: "Marquer comme non lu" });
  if (again) fireEvent.click(again);
  await screen.findByText("non lue", { exact: false });
});

test("nothing new says so, and whoever may not read boards has no bell", async () => {
  open([]);
  fireEvent.click(await screen.findByRole("button", { name: "Notifications" }));
  await screen.findByText("Rien de nouveau");
  session.leave();
  await waitFor(() => expect(screen.queryByRole("button", { name: "Notifications" })).toBeNull());
});
