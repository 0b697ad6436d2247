import { fireEvent, screen, within } from "@solidjs/testing-library";
import { afterEach, expect, test, vi } from "vitest";
import { emptyQuery, type BuiltQuery } from "#domain/analytics/builder/model.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { QuestionPage } from "./question-page.tsx";

vi.mock("#web/features/analytics/current-library.ts", () => ({
  preload: () => undefined,
  currentLibrary: () => ({}),
}));
const held = vi.hoisted(() => ({
  all: [] as { id: string; kind: string; table: string; title: string; details: object }[],
  asked: [] as string[],
}));
vi.mock("#web/features/sources/use-sources.ts", () => ({
  useSources: () => ({
    query: { data: held.all, isSuccess: true },
    all: () => held.all,
    load: () => Promise.resolve(),
    state: (id: string) =>
      id === "src_here"
        ? { kind: "ready", rows: 2, profiles: [{ name: "agence", kind: "text", top: [] }] }
        : { kind: "absent" },
    keeper: () => ({
      use: () => {
        held.asked.push("asked");
        return Promise.reject(new Error("refused"));
      },
    }),
  }),
}));
vi.mock("#web/features/sources/sources-panel.tsx", () => ({ SourcesPanel: () => null }));
vi.mock("#web/features/sources/cut-note.tsx", () => ({ CutNote: () => null }));

afterEach(() => {
  held.all = [];
  held.asked = [];
  session.leave();
  vi.unstubAllGlobals();
});

const FEES = {
  name: "ca",
  label: { fr: "CA", en: "" },
  source: "ventes",
  sql: "sum(ttc)",
};

/** The page of a verified question, for whoever may write or not. */
function show(write: boolean, sql = "SELECT 1", built: BuiltQuery | null = null) {
  session.enter(signedIn({ permissions: ["analytics.read"] }));
  let saved = {
    id: "qst_1",
    workspaceId: "wsp_1",
    version: 3,
    title: "CA par agence",
    question: "Quel est le CA par agence ?",
    sql,
    chart: null,
    built,
    answer: "",
    verified: true,
    can: { write },
  };
  let refuses = true;
  const asked = fakeServer({
    "get /questions/": () => Response.json(saved),
    "get /questions": () => Response.json({ items: [saved], nextCursor: null }),
    "get /semantic-layers": () =>
      Response.json({ items: [{ version: 1, document: { measures: [FEES] } }], nextCursor: null }),
    "get /workspaces/": () => Response.json({ id: "wsp_1", title: "Ventes", can: { write } }),
    "patch /questions/qst_1": ({ body }) => {
      if (refuses) {
        refuses = false;
        return problem("conflict.version", 409);
      }
      saved = { ...saved, ...(body as { changes: object }).changes, version: 4 };
      return Response.json(saved);
    },
  });
  renderPage(() => <QuestionPage />);
  return asked;
}

test("a verified question is put otherwise and no longer teaches; what was typed outlives a refusal", async () => {
  const asked = show(true);
  await screen.findByText(/elle sert d’exemple à Claude/);
  fireEvent.click(await screen.findByRole("button", { name: "Modifier la question" }));
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.input(dialog.getByLabelText("Question posée"), {
    target: { value: "Quel est le CA de chaque agence ?" },
  });
  fireEvent.click(dialog.getByRole("checkbox"));
  fireEvent.click(dialog.getByRole("button", { name: "Enregistrer" }));
  await dialog.findByRole("alert");
  fireEvent.click(dialog.getByRole("button", { name: "Enregistrer" }));
  await screen.findByText("Quel est le CA de chaque agence ?");
  await vi.waitFor(() => expect(screen.queryByText(/elle sert d’exemple/)).toBeNull());
  expect(asked.filter(({ method }) => method === "patch").map(({ body }) => body)).toEqual([
    {
      version: 3,
      changes: {
        title: "CA par agence",
        question: "Quel est le CA de chaque agence ?",
        verified: false,
      },
    },
    expect.objectContaining({ version: 3 }),
  ]);
});

test("whoever may only read is offered no change", async () => {
  show(false);
  await screen.findByText(/elle sert d’exemple à Claude/);
  expect(screen.queryByRole("button", { name: "Modifier la question" })).toBeNull();
});

const source = (id: string, kind: string, table: string) => ({
  id,
  kind,
  table,
  title: `${table}.csv`,
  details: { fileName: `${table}.csv` },
});

test("a question that reads a file of another device names it, instead of calling the query broken", async () => {
  held.all = [source("src_here", "shared", "ventes"), source("src_there", "device", "clients")];
  show(false, "SELECT 1 FROM ventes JOIN clients USING (client)");
  const missing = within(await screen.findByRole("region", { name: /manquent/ }));
  expect(missing.getByText("clients.csv")).toBeTruthy();
  expect(missing.getByText(/N’est pas sur cet appareil/)).toBeTruthy();
  expect(missing.queryByText("ventes.csv")).toBeNull();
  expect(screen.queryByText(/ne fonctionne plus/)).toBeNull();
  expect(held.asked).toEqual([]);
});

test("a file of another device that the question does not read keeps no answer back", async () => {
  held.all = [source("src_here", "shared", "ventes"), source("src_there", "device", "clients")];
  show(false, "SELECT 1 FROM ventes");
  await vi.waitFor(() => expect(held.asked).toEqual(["asked"]));
  expect(screen.queryByRole("region", { name: /manquent/ })).toBeNull();
});

test("a question that was built on a measure tells when the data model computes it otherwise by now", async () => {
  const built = (sql: string): BuiltQuery => ({
    ...emptyQuery("ventes"),
    measures: [
      { fn: "formula", column: null, formula: { table: "ventes", sql, name: "ca" }, label: "CA" },
    ],
  });
  show(false, "SELECT 1", built("sum(ht)"));
  expect(
    await screen.findByText(/^Le modèle de données calcule désormais CA autrement/),
  ).toBeTruthy();
});
