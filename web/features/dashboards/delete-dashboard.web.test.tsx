import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import type { Component } from "solid-js";
import { afterEach, expect, it, vi } from "vitest";
import { HomePage } from "#web/features/workspaces/pages/home-page.tsx";
import { WorkspacePage } from "#web/features/workspaces/pages/workspace-page.tsx";
import {
  listOf,
  sampleDashboard,
  sampleWorkspace,
  showAnalyses,
} from "#web/features/workspaces/testing.tsx";
import { session } from "#web/lib/session.ts";
import { problem } from "#web/lib/testing-server.ts";
import { onPhone } from "#web/ui/testing.tsx";
import { DashboardPage } from "./dashboard-page.tsx";

vi.mock("#web/features/analytics/current-library.ts", () => ({
  currentLibrary: () => ({
    keeper: { engine: () => Promise.resolve({}), generation: () => 1 },
    list: () => Promise.resolve([]),
  }),
  preload: () => undefined,
  onEngineKilled: () => () => undefined,
  handOver: { put: () => undefined, take: () => undefined, clear: () => undefined },
}));

afterEach(() => {
  session.leave();
  vi.unstubAllGlobals();
});

const { id } = sampleDashboard();
const workspace = sampleWorkspace();
const open = "/analytics/w/:workspace/d/:dashboard";

/** A page over a server that has one dashboard until it is deleted, and again once it is restored. */
function show(Page: Component, path: string) {
  let gone = false;
  const item = { ...workspace, sources: 0, questions: 0, dashboards: 1 };
  return showAnalyses(Page, path, {
    "get /workspaces": () => listOf(item),
    [`get /workspaces/${workspace.id}`]: () => Response.json(workspace),
    "get /dashboards": () => (gone ? listOf() : listOf(sampleDashboard())),
    [`get /dashboards/${id}`]: () =>
      gone ? problem("dashboard.not_found", 404) : Response.json(sampleDashboard()),
    "get /widgets": () => listOf(),
    [`get /dashboards/${id}/comments`]: () => listOf(),
    [`delete /dashboards/${id}`]: () => {
      gone = true;
      return new Response(null, { status: 204 });
    },
    [`post /dashboards/${id}/restore`]: () => {
      gone = false;
      return Response.json(sampleDashboard());
    },
  });
}

async function remove(menu: string | RegExp) {
  const press = (element: HTMLElement) => fireEvent.keyDown(element, { key: "Enter" });
  press(await screen.findByRole("button", { name: menu }));
  press(await screen.findByRole("menuitem", { name: "Supprimer le tableau de bord" }));
  await screen.findByText(/Tableau de bord « Suivi » supprimé/);
}
const undo = () => fireEvent.click(screen.getByRole("button", { name: "Annuler" }));

it.each([
  ["the home of analyses", HomePage, "/analytics"],
  ["its workspace", WorkspacePage, "/analytics/w/:workspace"],
] as const)("a dashboard is deleted in %s, with a way back", async (_, Page, path) => {
  show(Page, path);
  await screen.findByRole("link", { name: "Suivi" });
  await remove("Actions pour Suivi");
  await waitFor(() => expect(screen.queryByRole("link", { name: "Suivi" })).toBeNull());
  undo();
  await screen.findByRole("link", { name: "Suivi" });
});

it.each([
  ["while it is read", "Actions pour Suivi", false, false],
  ["while it is edited", "Actions pour Suivi", true, false],
  ["on a phone", "Actions du tableau de bord", false, true],
])("an open dashboard is deleted %s, and its workspace shown", async (_, menu, edited, phone) => {
  if (phone) onPhone();
  const { history, asked } = show(DashboardPage, open);
  await screen.findByText("Ce tableau de bord est vide");
  if (edited) fireEvent.keyDown(document.body, { key: "e" });
  await remove(menu);
  expect(history.get()).toBe(`/analytics/w/${workspace.id}`);
  undo();
  await waitFor(() =>
    expect(asked.some(({ path }) => path === `/dashboards/${id}/restore`)).toBe(true),
  );
});

it("a dashboard that was deleted is brought back from its own address", async () => {
  let gone = true;
  showAnalyses(DashboardPage, open, {
    [`get /workspaces/${workspace.id}`]: () => Response.json(workspace),
    "get /widgets": () => listOf(),
    [`get /dashboards/${id}`]: () =>
      gone ? problem("dashboard.not_found", 404) : Response.json(sampleDashboard()),
    [`post /dashboards/${id}/restore`]: () => {
      gone = false;
      return Response.json(sampleDashboard());
    },
  });
  fireEvent.click(await screen.findByRole("button", { name: "Rétablir le tableau de bord" }));
  expect(await screen.findByText("Ce tableau de bord est vide")).toBeTruthy();
});
