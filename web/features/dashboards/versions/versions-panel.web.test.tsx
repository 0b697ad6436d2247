import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, expect, it, vi } from "vitest";
import { DashboardPage } from "#web/features/dashboards/dashboard-page.tsx";
import {
  listOf,
  sampleDashboard,
  sampleWorkspace,
  showAnalyses,
} from "#web/features/workspaces/testing.tsx";
import { session } from "#web/lib/session.ts";

vi.mock("#web/features/analytics/current-library.ts", () => ({
  currentLibrary: () => ({
    keeper: { engine: () => Promise.resolve({}), generation: () => 1 },
    list: () => Promise.resolve([]),
  }),
  preload: () => undefined,
  onEngineKilled: () => () => undefined,
}));
afterEach(() => session.leave());

it("versions of one minute are told apart, and a return that would change nothing is not offered", async () => {
  const { id, title, parameters } = sampleDashboard();
  const held = { id: "wdg_1", title: "Note", kind: "text", sql: "", text: "Un", sourceIds: [] };
  const [here, there] = [0, 6].map((x) => ({ x, y: 0, w: 6, h: 2 }));
  const widget = { ...held, chart: null, layout: here };
  const items = [9, 7].map((second) => ({
    id: `dvr_${second}`,
    dashboardId: id,
    name: "",
    createdBy: "usr_1",
    createdAt: `2026-11-20T08:14:0${second}.000Z`,
    title,
    widgets: [{ id: held.id, title: held.title }],
  }));
  const version = (layout: unknown) =>
    Response.json({ content: { title, parameters, widgets: [{ ...widget, layout }] } });
  const [first, second] = items.map((one) => `get /dashboards/${id}/versions/${one.id}`);
  showAnalyses(DashboardPage, "/analytics/w/:workspace/d/:dashboard", {
    [`get /workspaces/${sampleWorkspace().id}`]: () => Response.json(sampleWorkspace()),
    [`get /dashboards/${id}`]: () => Response.json(sampleDashboard()),
    "get /widgets": () => listOf({ ...widget, dashboardId: id, version: 1, can: { write: true } }),
    [`get /dashboards/${id}/versions`]: () => Response.json({ items }),
    [String(first)]: () => version(here),
    [String(second)]: () => version(there),
  });
  fireEvent.click(await screen.findByRole("button", { name: "Versions" }));
  await screen.findByText(/20 nov\., 09:14:09/);
  expect(screen.getByText(/20 nov\., 09:14:07/)).toBeTruthy();
  const [same, other] = screen.getAllByText(/09:14/).map((text) => text.closest("li"));
  await waitFor(() =>
    expect(within(same as HTMLElement).queryByRole("button", { name: "Rétablir" })).toBeNull(),
  );
  expect(within(other as HTMLElement).getByRole("button", { name: "Rétablir" })).toBeTruthy();
});
