import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, expect, it, vi } from "vitest";
import {
  listOf,
  sampleDashboard,
  sampleWorkspace,
  showAnalyses,
} from "#web/features/workspaces/testing.tsx";
import { session } from "#web/lib/session.ts";
import { DashboardPage } from "./dashboard-page.tsx";

vi.mock("#web/features/analytics/current-library.ts", () => ({
  currentLibrary: () => ({
    keeper: { engine: () => Promise.resolve({}), generation: () => 1 },
    list: () => Promise.resolve([]),
  }),
  preload: () => undefined,
  onEngineKilled: () => () => undefined,
}));
afterEach(() => session.leave());

const { id } = sampleDashboard();
const period = {
  kind: "period",
  name: "jour",
  label: "Jour",
  column: "jour",
  initial: { preset: "all" },
};

it("title and filters are steps that are taken back; a dialog saved as it was sends nothing and keeps them", async () => {
  let now = { ...sampleDashboard(), parameters: [period] } as ReturnType<typeof sampleDashboard>;
  const { asked } = showAnalyses(DashboardPage, "/analytics/w/:workspace/d/:dashboard", {
    [`get /workspaces/${sampleWorkspace().id}`]: () => Response.json(sampleWorkspace()),
    "get /widgets": () => listOf(),
    [`get /dashboards/${id}`]: () => Response.json(now),
    [`patch /dashboards/${id}`]: ({ body }) => {
      const { version, changes } = body as { version: number; changes: object };
      expect(version).toBe(now.version);
      now = { ...now, ...changes, version: version + 1 };
      return Response.json(now);
    },
  });
  const sent = () => asked.filter(({ method }) => method === "patch").map(({ body }) => body);
  await screen.findByText("Ce tableau de bord est vide");
  fireEvent.keyDown(document.body, { key: "e" });
  const title = await screen.findByRole("textbox", { name: "Titre du tableau de bord" });
  fireEvent.input(title, { target: { value: "Suivi 2026" } });
  fireEvent.blur(title);
  await waitFor(() => expect(sent()).toEqual([{ version: 1, changes: { title: "Suivi 2026" } }]));

  const save = async (change: (dialog: HTMLElement) => void) => {
    fireEvent.click(screen.getByRole("button", { name: "Filtres" }));
    const dialog = await screen.findByRole("dialog");
    change(dialog);
    fireEvent.click(within(dialog).getByRole("button", { name: "Enregistrer" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  };
  const undo = () => screen.getByRole<HTMLButtonElement>("button", { name: "Annuler" });
  await save(() => undefined);
  expect(sent().length).toBe(1);
  expect(undo().disabled).toBe(false);

  await save((dialog) =>
    fireEvent.click(within(dialog).getByRole("button", { name: "Retirer Jour" })),
  );
  expect(sent().at(-1)).toEqual({ version: 2, changes: { parameters: [] } });
  fireEvent.click(undo());
  fireEvent.click(undo());
  await waitFor(() =>
    expect(sent().slice(2)).toEqual([
      { version: 3, changes: { parameters: [period] } },
      { version: 4, changes: { title: "Suivi" } },
    ]),
  );
  fireEvent.keyDown(document.body, { key: "Z", ctrlKey: true, shiftKey: true });
  await waitFor(() =>
    expect(sent().at(-1)).toEqual({ version: 5, changes: { title: "Suivi 2026" } }),
  );
});

it("a widget that is brought back takes its toast along, and is not taken off again with a colleague's work", async () => {
  const { createdBy, createdAt, updatedAt, version } = sampleDashboard();
  const own = { id: "wdg_1", dashboardId: id, title: "Note", kind: "text", text: "Avant", sql: "" };
  const shown = { sourceIds: [], chart: null, layout: { x: 0, y: 0, w: 6, h: 4 } };
  const record = { version, createdBy, createdAt, updatedAt, can: { write: true } };
  const widget = { ...record, ...own, ...shown };
  const { asked } = showAnalyses(DashboardPage, "/analytics/w/:workspace/d/:dashboard", {
    [`get /workspaces/${sampleWorkspace().id}`]: () => Response.json(sampleWorkspace()),
    "get /widgets": () => listOf(widget),
    [`get /dashboards/${id}`]: () => Response.json(sampleDashboard()),
    "delete /widgets/wdg_1": () => new Response(null, { status: 204 }),
    "post /widgets/wdg_1/restore": () =>
      Response.json({ ...widget, version: 3, text: "D’un collègue" }),
  });
  const menu = await screen.findByRole("button", { name: "Actions pour Note" });
  fireEvent.keyDown(document.body, { key: "e" });
  await screen.findByRole("textbox", { name: "Titre du tableau de bord" });
  fireEvent.keyDown(menu, { key: "Enter" });
  fireEvent.keyDown(await screen.findByRole("menuitem", { name: "Retirer" }), { key: "Enter" });
  await screen.findByText(/« Note » retiré/);
  fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
  await screen.findByText("D’un collègue");
  await waitFor(() => expect(screen.queryByText(/« Note » retiré/)).toBeNull());
  fireEvent.keyDown(document.body, { key: "Z", ctrlKey: true, shiftKey: true });
  await screen.findByText(/quelqu’un d’autre a changé la même chose depuis/);
  expect(asked.filter(({ method }) => method === "delete").length).toBe(1);
  expect(screen.getByText("D’un collègue")).toBeTruthy();
});
