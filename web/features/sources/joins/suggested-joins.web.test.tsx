import { cleanup, fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { columnOf } from "#domain/analytics/overview/testing-column.ts";
import type { JoinCandidate } from "#domain/analytics/joins/suggest-joins.ts";
import type { SourceView } from "#domain/sources/model.ts";
import type { Sources } from "#web/features/sources/use-sources.ts";
import type { SourceState } from "#web/features/sources/source-state.ts";
import { sampleSource, sampleWorkspace, showAnalyses } from "#web/features/workspaces/testing.tsx";
import { session } from "#web/lib/session.ts";
import { createDismissed } from "./dismissed.ts";
import { SuggestedJoins } from "./suggested-joins.tsx";

const figures = { rows: 430, found: 412, shared: 40, mostLeft: 11, mostRight: 1 };
/** Rows that find theirs by the name of the client, instead of its code. */
const { byName } = vi.hoisted(() => ({ byName: { found: 412 } }));
vi.mock("./measure-join.ts", () => ({
  measureJoin: (_: unknown, { from }: JoinCandidate) =>
    Promise.resolve(from.column === "client" ? { ...figures, ...byName } : figures),
}));

const source = (id: string, title: string, ...names: string[]): SourceView =>
  sampleSource({
    id: `src_${id.repeat(26)}`,
    title,
    table: title.toLowerCase(),
    columns: names.map((name) => ({ name, kind: "text" })),
  });
const ventes = source("1", "Ventes", "client_id");
const clients = source("2", "Clients", "id", "company");
const READY: Record<string, SourceState> = {
  [ventes.id]: { kind: "ready", rows: 430, profiles: [columnOf("client_id", "text")] },
  [clients.id]: {
    kind: "ready",
    rows: 50,
    profiles: [columnOf("id", "text", { distinct: 100 }), columnOf("company", "text")],
  },
};
const sources = (states: Record<string, SourceState>, all = [ventes, clients]) =>
  ({
    all: () => all,
    state: (id: string) => states[id] ?? { kind: "idle" },
    load: () => Promise.resolve(),
    keeper: () => ({}),
  }) as unknown as Sources;
const { id } = sampleWorkspace();
const show = (of: Sources, joins: object[] = []) => {
  let document = { measures: [], dimensions: [], joins, filters: [], glossary: [] };
  const layer = () => ({ id: "sml_1", version: 3, document, can: { write: true } });
  return showAnalyses(() => <SuggestedJoins workspaceId={id} sources={of} />, "/", {
    "get /semantic-layers": () => Response.json({ items: [layer()], nextCursor: null }),
    "patch /semantic-layers/sml_1": ({ body }) => {
      document = (body as { changes: { document: typeof document } }).changes.document;
      return Response.json(layer());
    },
  });
};

beforeEach(() => localStorage.clear());
afterEach(() => session.leave());

it("says in figures how two sources belong together, and adds it to the model with a way back", async () => {
  const { asked } = show(sources(READY));
  await screen.findByText(/412 des 430 lignes de « Ventes »/);
  fireEvent.click(screen.getByRole("button", { name: /^Utiliser la jointure/ }));
  await waitFor(() => expect(screen.queryByText(/412 des 430/)).toBeNull());
  const patched = () => asked.filter(({ method }) => method === "patch").map(({ body }) => body);
  expect(patched()[0]).toMatchObject({
    version: 3,
    changes: {
      document: {
        joins: [
          {
            from: "ventes",
            to: "clients",
            on: "ventes.client_id = clients.id",
            kind: "many-to-one",
          },
        ],
      },
    },
  });
  fireEvent.click(await screen.findByRole("button", { name: "Annuler" }));
  await screen.findByText(/412 des 430/);
  expect(patched()[1]).toMatchObject({ changes: { document: { joins: [] } } });
});

it("asks before it reads what comes from further away", async () => {
  const far = { ...ventes, kind: "connection" } as SourceView;
  const { id: known } = clients;
  show(sources({ [known]: READY[known]! }, [far, clients]));
  expect(await screen.findByRole("button", { name: /^Vérifier la jointure/ })).toBeTruthy();
});

it("keeps quiet about what was put aside, on the next visit too", async () => {
  const { asked } = show(sources(READY));
  fireEvent.click(await screen.findByRole("button", { name: /^Écarter la jointure/ }));
  await waitFor(() => expect(screen.queryByText(/412 des 430/)).toBeNull());
  expect(asked.some(({ method }) => method === "patch")).toBe(false);
  const person = session.me()?.person.id ?? "";
  expect(localStorage.getItem(`aetheria.joins.${id}.${person}`)).toContain("client_id");
  expect(createDismissed(id, person).has("clients.id = ventes.client_id")).toBe(true);
});

it("does not repeat what the model says already", async () => {
  const on = "clients.id = ventes.client_id";
  const shown = show(sources(READY), [{ from: "clients", to: "ventes", on, kind: "one-to-many" }]);
  await waitFor(() => expect(shown.asked).not.toHaveLength(0));
  await new Promise((resolve) => setTimeout(resolve));
  expect(screen.queryByText(/des 430 lignes/)).toBeNull();
});

it("offers no second way between two sources that are joined, unless as many rows find theirs by it", async () => {
  const both = { ...ventes, columns: [...ventes.columns, { name: "client", kind: "text" }] };
  const profiles = [columnOf("client_id", "text"), columnOf("client", "text")];
  const states = { ...READY, [ventes.id]: { kind: "ready", rows: 430, profiles } as SourceState };
  const all = [both as SourceView, clients];
  const said = [
    { from: "ventes", to: "clients", on: "ventes.client_id = clients.id", kind: "many-to-one" },
  ];
  const seen = () => screen.queryByText(/Ventes · client$/);
  byName.found = 411;
  const first = show(sources(states, all), said);
  await waitFor(() => expect(first.asked).not.toHaveLength(0));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(seen()).toBeNull();
  cleanup();
  // Nothing to hold it against, and names alone: still no reason to ask.
  const far = all.map((one) => ({ ...one, kind: "shared" }) as SourceView);
  const second = show(sources({}, far), said);
  await waitFor(() => expect(second.asked).not.toHaveLength(0));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.queryByRole("button", { name: /^Vérifier la jointure/ })).toBeNull();
  cleanup();
  byName.found = 412;
  show(sources(states, all), said);
  await screen.findByText(/Ventes · client$/);
});
