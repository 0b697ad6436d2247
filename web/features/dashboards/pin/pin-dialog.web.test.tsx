import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { QueryClientProvider } from "@tanstack/solid-query";
import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { session } from "#web/lib/session.ts";
import { createQueries } from "#web/lib/query-cache.ts";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { PinButton } from "./pin-button.tsx";
import { underName } from "./pin-widget.ts";

const board = { id: "dsb_1", title: "Pilotage", workspaceId: "wsp_1", can: { write: true } };
const SQL = "SELECT sum(montant) AS ca FROM ventes";
const chart = { type: "number" as const, value: "ca" };

function show(
  answers: Parameters<typeof fakeServer>[0] = {},
  boards: object[] = [board],
  dashboardId?: string,
) {
  const calls = fakeServer({
    "get /dashboards": () => Response.json({ items: boards, nextCursor: null }),
    "get /dashboards/dsb_1": () => Response.json(board),
    "get /widgets": () =>
      Response.json({
        items: [{ id: "wdg_1", layout: { x: 0, y: 0, w: 6, h: 5 }, updatedAt: "" }],
        nextCursor: null,
      }),
    "get /data-sources": () =>
      Response.json({ items: [{ id: "src_1", table: "ventes" }], nextCursor: null }),
    "post /widgets": ({ body }) =>
      Response.json({ id: "wdg_2", ...(body as object) }, { status: 201 }),
    "delete /widgets/wdg_2": () => new Response(null, { status: 204 }),
    ...answers,
  });
  const history = createMemoryHistory();
  renderUi(() => (
    <QueryClientProvider client={createQueries()}>
      <MemoryRouter history={history}>
        <Route
          path="*"
          component={() => (
            <PinButton
              place={{ workspaceId: "wsp_1", dashboardId }}
              pinned={{ title: "CA", sql: SQL, chart }}
            />
          )}
        />
      </MemoryRouter>
    </QueryClientProvider>
  ));
  return { calls, history };
}
const pin = async () => {
  fireEvent.click(screen.getByRole("button", { name: "Épingler à un tableau de bord" }));
  await screen.findByRole("dialog");
  const submit = screen.getByRole("button", { name: "Épingler" });
  await waitFor(() => expect((submit as HTMLButtonElement).disabled).toBe(false));
  fireEvent.click(submit);
};

beforeEach(() => session.enter(signedIn({ permissions: ["analytics.read", "analytics.write"] })));
afterEach(() => session.leave());

describe("pinning", () => {
  it("goes to the dashboard that the person came from", async () => {
    const other = { ...board, id: "dsb_2", title: "Suivi" };
    const { calls } = show(
      { "get /dashboards/dsb_2": () => Response.json(other) },
      [board, other],
      "dsb_2",
    );
    await pin();
    await screen.findByText(/« CA » épinglé/);
    const made = calls.find(({ method, path }) => method === "post" && path === "/widgets");
    expect(made?.body).toMatchObject({ dashboardId: "dsb_2" });
  });

  it("puts an answer beside what stands on the first dashboard, with the way there and back", async () => {
    const { calls, history } = show();
    await pin();
    expect(await screen.findByText("« CA » épinglé à « Pilotage »")).toBeTruthy();
    const sent = calls.find(({ method, path }) => method === "post" && path === "/widgets")?.body;
    expect(sent).toEqual({
      dashboardId: "dsb_1",
      title: "CA",
      kind: "number",
      sql: SQL,
      sourceIds: ["src_1"],
      chart,
      layout: { x: 6, y: 0, w: 3, h: 2 },
    });
    fireEvent.click(screen.getByRole("button", { name: "Annuler" }));
    await waitFor(() =>
      expect(
        calls.some(({ method, path }) => method === "delete" && path === "/widgets/wdg_2"),
      ).toBe(true),
    );
    await pin();
    fireEvent.click((await screen.findAllByRole("button", { name: "Ouvrir" })).at(-1)!);
    await waitFor(() => expect(history.get()).toBe("/analytics/w/wsp_1/d/dsb_1"));
  });

  it("makes a dashboard where there is none, under the name that was typed", async () => {
    const made = { ...board, id: "dsb_9", title: "Agences" };
    const { calls } = show({ "post /dashboards": () => Response.json(made, { status: 201 }) }, []);
    fireEvent.click(screen.getByRole("button", { name: "Épingler à un tableau de bord" }));
    const name = await screen.findByRole("textbox", { name: "Titre du tableau de bord" });
    fireEvent.input(name, { target: { value: "Agences" } });
    fireEvent.click(screen.getByRole("button", { name: "Épingler" }));
    expect(await screen.findByText("« CA » épinglé à « Agences »")).toBeTruthy();
    expect(
      calls.find(({ method, path }) => method === "post" && path === "/dashboards")?.body,
    ).toEqual({ workspaceId: "wsp_1", title: "Agences" });
  });

  it("says why it did not work, and keeps what was typed", async () => {
    show({ "post /widgets": () => problem("dashboard.full", 422, { most: 40 }) });
    await pin();
    expect((await screen.findByRole("alert")).textContent).toContain("40");
    expect(screen.getByRole("dialog")).toBeTruthy();
  });

  it("is not offered to whoever may only read", () => {
    session.enter(signedIn({ permissions: ["analytics.read"] }));
    show();
    expect(screen.queryByRole("button", { name: /Épingler/ })).toBeNull();
  });

  it("reads a table of another name under the one that the question knows", () => {
    expect(underName("SELECT * FROM ventes", "ventes", "Ventes")).toBe("SELECT * FROM ventes");
    expect(underName("SELECT * FROM ventes;", "ventes", "ventes_2")).toBe(
      `WITH "ventes" AS NOT MATERIALIZED (SELECT * FROM "ventes_2")\nSELECT * FROM (\nSELECT * FROM ventes\n)`,
    );
  });
});
