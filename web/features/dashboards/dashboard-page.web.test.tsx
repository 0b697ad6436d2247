import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { QueryClientProvider } from "@tanstack/solid-query";
import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { DashboardView, WidgetView } from "#domain/dashboards/model.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import type { SourceState } from "#web/features/sources/source-state.ts";
import { session } from "#web/lib/session.ts";
import { LiveProvider } from "#web/lib/live.tsx";
import { PageProvider } from "#web/lib/page.tsx";
import { createQueries } from "#web/lib/query-cache.ts";
import { neverLive } from "#web/lib/testing-page.tsx";
import { renderUi } from "#web/ui/testing.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { DashboardPage } from "./dashboard-page.tsx";

const asked = vi.hoisted(() => ({
  sql: [] as string[],
  loads: 0,
  state: { kind: "ready" } as SourceState,
}));
const columns = [
  { name: "agence", kind: "text" as const },
  { name: "montant", kind: "number" as const },
];

vi.mock("#web/features/sources/use-sources.ts", async () => {
  const { createSignal } = await import("solid-js");
  const [told, tell] = createSignal(0);
  const state = () =>
    asked.state.kind === "ready" ? { ...asked.state, rows: 2, profiles: columns } : asked.state;
  const { createAnswers } = await import("#web/features/sources/answers.ts");
  return {
    useSources: (_: unknown, answers = createAnswers()) => ({
      answers: () => answers,
      query: { isPending: false },
      all: () => [{ id: "src_1", title: "Ventes", table: "ventes", kind: "device", columns }],
      state: () => told() >= 0 && state(),
      // Each load tells the state anew, as the real ones do, also when it was ready.
      load: async () => {
        await Promise.resolve();
        if ((asked.loads += 1) < 500) tell(asked.loads);
      },
      forget: () => undefined,
      keeper: () => ({ use: async (work: (engine: object) => unknown) => work({}) }),
    }),
  };
});
vi.mock("#web/features/analytics/engine/read.ts", () => ({
  SqlRefused: class extends Error {},
  runRead: async (_engine: object, sql: string): Promise<ReadResult> => {
    asked.sql.push(sql);
    const narrow = sql.startsWith("WITH");
    return sql.includes("GROUP BY")
      ? {
          columns,
          rows: [
            ["Lyon", 150],
            ["Annecy", 50],
          ],
          more: false,
          ms: 1,
        }
      : { columns: columns.slice(1), rows: [[narrow ? 150 : 200]], more: false, ms: 1 };
  },
}));
// There is no canvas here: what is drawn is looked at in Chromium, what the keys do is not.
vi.mock("#web/features/analytics/chart/echarts.ts", () => ({
  init: () => ({
    setOption: vi.fn(),
    dispatchAction: vi.fn(),
    resize: vi.fn(),
    dispose: vi.fn(),
    on: vi.fn(),
    getZr: () => ({ on: vi.fn() }),
  }),
}));

const at = "2026-11-22T09:00:00.000Z";
const dashboard: DashboardView = {
  id: "dsb_1",
  version: 1,
  workspaceId: "wsp_1",
  title: "Suivi des agences",
  parameters: [],
  createdBy: "usr_1",
  createdAt: at,
  updatedAt: at,
  can: { write: true, share: true },
};
const widget = (id: string, changes: Partial<WidgetView>): WidgetView => ({
  id,
  dashboardId: "dsb_1",
  version: 1,
  title: id,
  kind: "chart",
  sql: "",
  text: "",
  sourceIds: [],
  chart: null,
  layout: { x: 0, y: 0, w: 6, h: 4 },
  createdBy: "usr_1",
  createdAt: at,
  updatedAt: at,
  can: { write: true },
  ...changes,
});
const WIDGETS = [
  widget("Total", { kind: "number", sql: "SELECT sum(montant) AS montant FROM ventes" }),
  widget("Agences", {
    sql: "SELECT agence, sum(montant) AS montant FROM ventes GROUP BY 1",
    layout: { x: 6, y: 0, w: 6, h: 4 },
  }),
];

function serve(answers: Parameters<typeof fakeServer>[0] = {}) {
  return fakeServer({
    "get /dashboards/dsb_1": () => Response.json(dashboard),
    "get /widgets": () => Response.json({ items: WIDGETS, nextCursor: null }),
    "post /dashboards/dsb_1/versions": () => Response.json({}, { status: 201 }),
    ...answers,
  });
}
const patched = (id: string, version: number, changes: object) => ({
  ...WIDGETS.find((one) => one.id === id),
  ...changes,
  version,
});

function show() {
  const queries = createQueries();
  const history = createMemoryHistory();
  history.set({ value: "/analytics/w/wsp_1/d/dsb_1" });
  renderUi(() => (
    <QueryClientProvider client={queries}>
      <LiveProvider since={null} deps={neverLive}>
        <PageProvider>
          <MemoryRouter history={history}>
            <Route path="/analytics/w/:workspace/d/:dashboard" component={DashboardPage} />
          </MemoryRouter>
        </PageProvider>
      </LiveProvider>
    </QueryClientProvider>
  ));
}

/** By its key: the button stands in the frame, which is not drawn here. */
async function startEditing() {
  await screen.findByText("200");
  fireEvent.keyDown(document.body, { key: "e" });
}

// What the page brings later is here before it is waited for.
beforeAll(() => import("#web/features/analytics/chart/chart-view.tsx"));
beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe = vi.fn();
      disconnect = vi.fn();
    },
  );
  asked.sql.length = 0;
  asked.loads = 0;
  asked.state = { kind: "ready" } as SourceState;
  session.enter(signedIn({ permissions: ["analytics.read", "analytics.write", "identity.read"] }));
});
afterEach(() => {
  session.leave();
  vi.unstubAllGlobals();
});

describe("a dashboard", () => {
  it("shows figures and a chart; a mark narrows the others, is said in a chip, and Esc takes it back", async () => {
    serve();
    show();
    expect(await screen.findByText("200")).toBeTruthy();
    const chart = await screen.findByRole("application", { name: /Agences/ });
    chart.focus();
    fireEvent.keyDown(chart, { key: "ArrowDown" });
    expect(await screen.findByText("Lyon : 150")).toBeTruthy();
    fireEvent.keyDown(chart, { key: "Enter" });
    expect(await screen.findByText("Par clic")).toBeTruthy();
    expect(await screen.findByText("150")).toBeTruthy();
    expect(asked.sql.at(-1)).toContain(`"wsp_1"."ventes" WHERE ("agence" IN ('Lyon'))`);
    fireEvent.keyDown(chart, { key: "ArrowDown" });
    fireEvent.keyDown(chart, { key: "Enter", shiftKey: true });
    await waitFor(() => expect(asked.sql.at(-1)).toContain(`IN ('Lyon', 'Annecy')`));
    fireEvent.keyDown(chart, { key: "ArrowUp" });
    expect(await screen.findByText("Lyon : 150, choisi")).toBeTruthy();
    // One press does what the chip says, and leaves the mark.
    fireEvent.keyDown(chart, { key: "Escape" });
    await waitFor(() => expect(screen.queryByText("Par clic")).toBeNull());
    expect(await screen.findByText("200")).toBeTruthy();
  });

  it("is narrowed to a range of numbers, which says what is none and what is turned", async () => {
    const range = { name: "prix", label: "Montant", kind: "range", column: "montant" };
    const parameters = [{ ...range, initial: { from: null, to: null } }];
    serve({ "get /dashboards/dsb_1": () => Response.json({ ...dashboard, parameters }) });
    show();
    await screen.findByText("200");
    fireEvent.click(screen.getByRole("button", { name: /^Montant/ }));
    const low = await screen.findByRole("textbox", { name: "De" });
    const high = screen.getByRole("textbox", { name: "À" });
    const apply = () => fireEvent.click(screen.getByRole("button", { name: "Appliquer" }));
    fireEvent.input(low, { target: { value: "douze" } });
    apply();
    expect(await screen.findByText("Écrivez un nombre, ou laissez vide.")).toBeTruthy();
    fireEvent.input(low, { target: { value: "12,5" } });
    fireEvent.input(high, { target: { value: "3" } });
    apply();
    expect(await screen.findByText("La fin est plus petite que le début.")).toBeTruthy();
    fireEvent.input(high, { target: { value: "1 200" } });
    apply();
    await waitFor(() =>
      expect(asked.sql.at(-1)).toContain(`WHERE ("montant" >= 12.5 AND "montant" <= 1200)`),
    );
    const chip = await screen.findByRole("button", { name: /de 12,5 à 1\s200/ });
    expect(screen.queryByRole("textbox", { name: "De" })).toBeNull();
    fireEvent.click(chip);
    fireEvent.click(await screen.findByRole("button", { name: "Tout afficher" }));
    expect(await screen.findByText("200")).toBeTruthy();
  });

  it("is arranged by keys, each move saved and taken back", async () => {
    const calls = serve({
      "patch /widgets/Total": ({ body }) => {
        const { version, changes } = body as { version: number; changes: object };
        return Response.json(patched("Total", version + 1, changes));
      },
    });
    show();
    await startEditing();
    const handle = await screen.findByRole("button", { name: "Déplacer Total" });
    fireEvent.keyDown(handle, { key: "ArrowDown", shiftKey: true });
    expect(
      await screen.findByText(/Total : colonne 1, ligne 1, largeur 6, hauteur 5/),
    ).toBeTruthy();
    const sent = () => calls.filter(({ method }) => method === "patch").map(({ body }) => body);
    const layout = { x: 0, y: 0, w: 6, h: 5, rank: 1 };
    await waitFor(() => expect(sent()).toEqual([{ version: 1, changes: { layout } }]));
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    const back = { version: 2, changes: { layout: { x: 0, y: 0, w: 6, h: 4 } } };
    await waitFor(() => expect(sent().at(-1)).toEqual(back));
    fireEvent.keyDown(document.body, { key: "e" });
    await waitFor(() =>
      expect(calls.some(({ path }) => path === "/dashboards/dsb_1/versions")).toBe(true),
    );
  });

  it("says when somebody else moved the same widget, and shows theirs until one insists", async () => {
    let answered = 0;
    const theirs = { x: 3, y: 0, w: 3, h: 2 };
    const calls = serve({
      "patch /widgets/Total": ({ body }) => {
        const { version, changes } = body as { version: number; changes: object };
        answered += 1;
        return answered === 1
          ? problem("conflict.version", 409, { current: patched("Total", 7, { layout: theirs }) })
          : Response.json(patched("Total", version + 1, changes));
      },
    });
    show();
    await startEditing();
    fireEvent.keyDown(await screen.findByRole("button", { name: "Déplacer Total" }), {
      key: "ArrowRight",
    });
    fireEvent.click(await screen.findByRole("button", { name: "Garder la mienne" }));
    const mine = { version: 7, changes: { layout: { x: 1, y: 0, w: 6, h: 4, rank: 1 } } };
    await waitFor(() => expect(calls.at(-1)?.body).toEqual(mine));
  });

  it("says of a file that lies on another device what to do", async () => {
    asked.state = { kind: "absent" };
    serve();
    show();
    expect((await screen.findAllByText("Données absentes de cet appareil")).length).toBe(2);
    expect(asked.sql).toEqual([]);
  });

  it("loads what its widgets read once each, though loading tells the state of sources", async () => {
    serve();
    show();
    await screen.findByText("200");
    await new Promise((done) => {
      setTimeout(done, 100);
    });
    expect(asked.loads).toBe(2);
  });

  it("that was deleted says so", async () => {
    serve({ "get /dashboards/dsb_1": () => problem("dashboard.not_found", 404) });
    show();
    expect(await screen.findByText("Ce tableau de bord n’existe plus")).toBeTruthy();
  });
});
