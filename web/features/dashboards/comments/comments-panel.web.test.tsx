import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, expect, it, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import type { DashboardCommentView } from "#domain/dashboards/comments/model.ts";
import { DashboardContext, type DashboardScope } from "#web/features/dashboards/context.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { CommentsPanel } from "./comments-panel.tsx";
import { useComments } from "./queries.ts";

const [ME, KARIM, ZOE] = [testId("usr", 1), testId("usr", 2), testId("usr", 3)];
const AT = "2026-11-22T09:00:00.000Z";

const said = (n: number, text: string, changes: Partial<DashboardCommentView> = {}) => ({
  id: testId("dcm", n),
  version: 1,
  dashboardId: "dsb_1",
  widgetId: null,
  text,
  mentions: [],
  resolvedAt: null,
  resolvedBy: null,
  editedAt: null,
  createdBy: KARIM,
  createdAt: AT,
  updatedAt: AT,
  can: { edit: false, resolve: true },
  ...changes,
});

const seen = vi.fn();
afterEach(() => {
  session.leave();
  seen.mockClear();
});

function open(items: DashboardCommentView[], wanted?: string) {
  Element.prototype.scrollIntoView = function (this: Element) {
    seen(this.textContent);
  };
  const member = (userId: string, name: string, role: string) => ({
    userId,
    name,
    role: { id: role },
  });
  const asked = fakeServer({
    "get /dashboards/dsb_1/comments": () => Response.json({ items, readAt: null }),
    "post /dashboards/dsb_1/comments": ({ body }) =>
      Response.json(said(9, "", { ...(body as object), createdBy: ME }), { status: 201 }),
    "post /dashboards/dsb_1/comments/read": () => new Response(null, { status: 204 }),
    "get /members": () =>
      Response.json({
        items: [
          member(ME, "Claire Morvan", "rol_1"),
          member(KARIM, "Karim Benali", "rol_1"),
          member(ZOE, "Karine Zoé", "rol_2"),
        ],
      }),
    "get /roles": () =>
      Response.json({
        items: [
          { id: "rol_1", permissions: ["analytics.read"] },
          { id: "rol_2", permissions: ["boards.read"] },
        ],
      }),
  });
  const me = signedIn({ permissions: ["analytics.read", "analytics.write", "identity.read"] });
  session.enter({ ...me, person: { ...me.person, id: ME } });
  const scope = {
    dashboard: () => ({ id: "dsb_1", can: { write: true, share: false } }),
    widgets: { all: () => [], find: () => undefined },
  } as unknown as DashboardScope;
  const Panel = () => {
    const comments = useComments(scope.dashboard);
    return <CommentsPanel comments={comments} wanted={wanted} onClose={() => undefined} />;
  };
  renderPage(() => (
    <DashboardContext.Provider value={scope}>
      <Panel />
    </DashboardContext.Provider>
  ));
  return asked;
}
const current = () => document.querySelector("li[aria-current=true]");

it("offers with @ those who may read the dashboard, and sends whom the text calls", async () => {
  const asked = open([]);
  const field = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Commentaire" });
  await waitFor(() => {
    fireEvent.input(field, { target: { value: "@Kar" } });
    field.setSelectionRange(4, 4);
    fireEvent.select(field);
    expect(screen.getAllByRole("option").map((one) => one.textContent)).toHaveLength(1);
  });
  fireEvent.keyDown(field, { key: "Enter" });
  expect(field.value.trim()).toBe("@Karim Benali");
  fireEvent.click(screen.getByRole("button", { name: "Commenter" }));
  await waitFor(() =>
    expect(asked.findLast(({ method }) => method === "post")?.body).toMatchObject({
      text: "@Karim Benali",
      mentions: [{ id: KARIM, name: "Karim Benali" }],
    }),
  );
});

it("brings the comment that a link leads to before one's eyes, and marks it", async () => {
  open([said(1, "Bon mois"), said(2, "Regardez Lyon")], testId("dcm", 2));
  await waitFor(() => expect(current()?.textContent).toContain("Regardez Lyon"));
  expect(document.querySelectorAll("[aria-current]")).toHaveLength(1);
  await waitFor(() => expect(seen).toHaveBeenCalledTimes(1));
});

it("shows it when it was settled meanwhile", async () => {
  open(
    [said(1, "Bon mois"), said(2, "Réglé", { resolvedAt: AT, resolvedBy: ME })],
    testId("dcm", 2),
  );
  await waitFor(() => expect(current()?.textContent).toContain("Réglé"));
  expect(screen.queryByText("Ce commentaire a été supprimé.")).toBeNull();
});

it("says of a comment that is gone that it was deleted, beside those that stand", async () => {
  open([said(1, "Bon mois")], testId("dcm", 7));
  const panel = await screen.findByRole("dialog", { name: "Commentaires" });
  await within(panel).findByText("Ce commentaire a été supprimé.");
  await within(panel).findByText("Bon mois");
  expect(current()).toBeNull();
});
