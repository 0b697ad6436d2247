import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import type { NotificationView } from "#domain/boards/notification.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { Bell } from "./bell.tsx";

afterEach(() => session.leave());

const notice = (n: number, kind: NotificationView["kind"]): NotificationView => ({
  id: testId("ntf", n),
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
  at: "2026-11-20T08:00:00.000Z",
  readAt: null,
});

/** A server that keeps what was read. */
function open(all: NotificationView[], permissions = ["boards.read"]) {
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
  renderPage(Bell);
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
