import { MemoryRouter, Route } from "@solidjs/router";
import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { beforeEach, expect, it, vi } from "vitest";
import type { DashboardView, WidgetView } from "#domain/dashboards/model.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { DashboardContext, type DashboardScope } from "#web/features/dashboards/context.ts";
import { createFilters, type Filters } from "#web/features/dashboards/filters/filters.ts";
import { createRunner } from "#web/features/dashboards/runner.ts";
import { createTables } from "#web/features/dashboards/tables.ts";
import { createAnswers } from "#web/features/sources/answers.ts";
import type { SourceState } from "#web/features/sources/source-state.ts";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { WidgetBody } from "./widget-body.tsx";
import { createWidgetResult } from "./widget-result.ts";

const engine = vi.hoisted(() => ({ asked: 0, refuses: null as Error | null }));
const columns = [
  { name: "montant", kind: "number" as const },
  { name: "jour", kind: "date" as const },
];
vi.mock("#web/features/analytics/engine/read.ts", () => ({
  SqlRefused: class extends Error {},
  runRead: async (): Promise<ReadResult> => {
    engine.asked += 1;
    if (engine.refuses) throw engine.refuses;
    return { columns, rows: [[200]], more: false, ms: 1 };
  },
}));
beforeEach(() => void Object.assign(engine, { asked: 0, refuses: null }));

const READY = { kind: "ready", rows: 2, profiles: columns } as unknown as SourceState;
const LOADING: SourceState = { kind: "loading", share: 0.4 };
const GONE = new Error("Catalog Error: Table with name src_1__0 does not exist!");
const REFUSED = "La requête n’a pas abouti";

/** Two widgets that read one source, a tile and a card; its state and the list of sources are set from outside. */
function show(first: SourceState, listError: Error | null = null) {
  const [state, become] = createSignal(first);
  const answers = createAnswers();
  const setState = (next: SourceState) => {
    answers.forget();
    become(next);
  };
  const [error, setError] = createSignal(listError);
  const load = vi.fn<() => Promise<void>>(async () => undefined);
  const refetch = vi.fn<() => void>();
  const list = [{ id: "src_1", title: "Ventes", table: "ventes", kind: "device", columns }];
  const sources = {
    query: {
      isPending: false,
      refetch,
      get error() {
        return error();
      },
    },
    all: () => (error() ? [] : list),
    state,
    load,
    keeper: () => ({ use: async (work: (one: object) => unknown) => work({}) }),
  } as unknown as Sources;
  const widget = (id: string, kind: "number" | "chart"): WidgetView =>
    ({
      id,
      title: id,
      kind,
      chart: { type: "number", value: "montant" },
      sql: "SELECT sum(montant) AS montant FROM ventes",
    }) as unknown as WidgetView;
  const Card = (props: { widget: WidgetView }) => {
    const result = createWidgetResult(() => props.widget);
    return (
      <section aria-label={props.widget.title}>
        <WidgetBody widget={props.widget} result={result} asTable={false} />
      </section>
    );
  };
  const parameters: DashboardView["parameters"] = [];
  let filters!: Filters;
  const runner = createRunner(
    () => sources.keeper(),
    () => answers,
  );
  const prepare = vi.spyOn(runner, "prepare");
  const Board = () => {
    const scope = {
      dashboard: () => ({ workspaceId: "wsp_1", parameters }),
      sources,
      tables: createTables(sources),
      filters: (filters = createFilters(
        () => parameters,
        () => "2026-11-22",
      )),
      runner,
      results: new Map(),
    } as unknown as DashboardScope;
    return (
      <DashboardContext.Provider value={scope}>
        <Card widget={widget("Total", "number")} />
        <Card widget={widget("Détail", "chart")} />
      </DashboardContext.Provider>
    );
  };
  renderUi(() => (
    <MemoryRouter>
      <Route path="/" component={Board} />
    </MemoryRouter>
  ));
  const part = (name: string) => within(screen.getByRole("region", { name }));
  return {
    setState,
    setError,
    load,
    refetch,
    filters,
    prepare,
    tile: part("Total"),
    card: part("Détail"),
  };
}

it("waits for sources that come late, says what is read, and asks again when they are read anew", async () => {
  const { setState } = show(LOADING);
  await waitFor(() => expect(screen.getAllByText("Lecture de « Ventes »")).toHaveLength(2));
  expect(screen.getAllByRole("progressbar")[0]?.getAttribute("aria-valuenow")).toBe("40");
  expect(engine.asked).toBe(0);
  // The rows are replaced while the first questions run: they are refused for tables that are no more.
  engine.refuses = GONE;
  setState(READY);
  await screen.findByText(REFUSED);
  setState(LOADING);
  expect(screen.queryByText(REFUSED)).toBeNull();
  engine.refuses = null;
  setState(READY);
  await waitFor(() => expect(screen.getAllByText("200")).toHaveLength(2));
  expect(screen.queryByRole("alert")).toBeNull();
  // What is shown stays while the rows are read once more.
  const before = engine.asked;
  setState(LOADING);
  expect(screen.getAllByText("200")).toHaveLength(2);
  setState(READY);
  await waitFor(() => expect(engine.asked).toBeGreaterThan(before));
});

it("says why a source could not be read, with the engine's words, and reads it again on a press", async () => {
  const { setState, load, tile, card } = show({ kind: "failed", error: GONE });
  expect(card.getByText("Impossible de lire « Ventes »")).toBeTruthy();
  expect(card.getByText(GONE.message).closest("details")?.open).toBe(false);
  expect(engine.asked).toBe(0);
  fireEvent.click(tile.getByRole("button", { name: "Non calculé" }));
  const name = "Impossible de lire « Ventes »";
  const why = within(await screen.findByRole("dialog", { name }));
  expect(why.getByText(GONE.message)).toBeTruthy();
  const loads = load.mock.calls.length;
  fireEvent.click(tile.getByRole("button", { name: "Réessayer" }));
  expect(load.mock.calls.length).toBe(loads + 1);
  setState(READY);
  await waitFor(() => expect(screen.getAllByText("200")).toHaveLength(2));
});

it("asks a refused query again on a press", async () => {
  engine.refuses = new Error("Binder Error: Contents of view were altered");
  const { card } = show(READY);
  await card.findByText(REFUSED);
  expect(card.getByText("Binder Error: Contents of view were altered")).toBeTruthy();
  engine.refuses = null;
  fireEvent.click(card.getByRole("button", { name: "Réessayer" }));
  expect(await card.findByText("200")).toBeTruthy();
});

it("asks nothing while the list of sources is missing, and fetches it again on a press", async () => {
  const { setError, refetch, card } = show(READY, new Error("no list"));
  expect(card.getByText("Les sources n’ont pas pu être lues")).toBeTruthy();
  expect(engine.asked).toBe(0);
  fireEvent.click(card.getByRole("button", { name: "Réessayer" }));
  expect(refetch).toHaveBeenCalledOnce();
  setError(null);
  expect(await card.findByText("200")).toBeTruthy();
});

it("has made what a brush will ask while the pointer is at another widget", async () => {
  const { filters, prepare, card } = show(READY);
  await card.findByText("200");
  prepare.mockClear();
  filters.comeNear("Total", { column: "jour", from: 0, below: Date.UTC(2027, 0) });
  const made = expect.objectContaining({ sql: expect.stringContaining("jour") });
  await waitFor(() => expect(prepare.mock.calls).toEqual([["Détail", made]]));
  filters.comeNear("Total", null);
  await waitFor(() => expect(prepare).toHaveBeenLastCalledWith("Détail", null));
});
