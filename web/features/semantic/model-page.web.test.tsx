import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, expect, it, vi } from "vitest";
import { EMPTY } from "#domain/semantic/problems.ts";
import {
  listOf,
  sampleSource,
  sampleWorkspace,
  showAnalyses,
} from "#web/features/workspaces/testing.tsx";
import { session } from "#web/lib/session.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { ModelPage } from "./model-page.tsx";

vi.mock("#web/features/analytics/current-library.ts", () => ({ currentLibrary: () => library }));
const library = { keeper: { engine: () => Promise.resolve({}), generation: () => 1 } };

vi.mock("#web/features/sources/use-sources.ts", async (original) => {
  const real = await original<{ useSources: (workspace: () => string) => object }>();
  const keeper = { use: (work: (engine: object) => unknown) => work({}) };
  const read = { load: () => Promise.resolve(), keeper: () => keeper };
  return { ...real, useSources: (of: () => string) => ({ ...real.useSources(of), ...read }) };
});
vi.mock("#web/features/analytics/engine/read.ts", async (original) => ({
  ...(await original<object>()),
  runRead: (_engine: unknown, sql: string): Promise<ReadResult> =>
    Promise.resolve({
      columns: [{ name: "figure", kind: "number" }],
      rows: [[sql.includes("WHERE (statut <> 'Annulée'") ? 1_487_341.91 : 1_520_396.41]],
      more: false,
      ms: 1,
    }),
}));

// The engine itself is asked in not-aggregate.test.ts.
vi.mock("#web/features/analytics/engine/texts-that-fit.ts", () => ({
  rowsOverNothing: (_engine: unknown, _tables: unknown, texts: string[]) =>
    Promise.resolve(texts.map((text) => (text.startsWith("SELECT (montant") ? 0 : 1))),
}));

afterEach(() => session.leave());

const { id } = sampleWorkspace();
const AT = "/analytics/w/:workspace/model";
const TERM = { term: "CA", synonyms: [], meaning: "Hors taxes" };
const layerOf = (version: number, glossary: object[]) => ({
  ...sampleWorkspace(),
  id: `sml_${"0".repeat(26)}`,
  workspaceId: id,
  version,
  document: { ...EMPTY, glossary },
});

function show(answers: Record<string, (asked: { body: unknown }) => Response>, write = true) {
  return showAnalyses(ModelPage, AT, {
    [`get /workspaces/${id}`]: () => Response.json(sampleWorkspace({ can: { write } })),
    "get /data-sources": () => listOf(sampleSource()),
    "get /semantic-layers": () => listOf(),
    ...answers,
  }).asked;
}
const save = () => screen.findByRole("button", { name: "Enregistrer" });
const openTab = async (name: string) => {
  const found = await screen.findByRole("tab", { name });
  fireEvent.pointerDown(found, { pointerType: "mouse", button: 0 });
  fireEvent.click(found);
};
const openYaml = async () => {
  await openTab("YAML");
  return screen.findByRole<HTMLTextAreaElement>("textbox", { name: "YAML" });
};

it("is filled in as a form and stands as YAML at once, and is saved as one document", async () => {
  const asked = show({
    "post /semantic-layers": ({ body }) =>
      Response.json({ ...layerOf(1, []), ...(body as object) }, { status: 201 }),
  });
  fireEvent.click(await screen.findByRole("button", { name: "Ajouter un terme" }));
  expect(((await save()) as HTMLButtonElement).disabled).toBe(true);
  fireEvent.input(screen.getByRole("textbox", { name: "Terme" }), { target: { value: "CA" } });
  fireEvent.input(screen.getByRole("textbox", { name: "Ce qu’il veut dire" }), {
    target: { value: "Hors taxes" },
  });
  expect((await openYaml()).value).toContain("term: CA");
  fireEvent.click(await save());
  await waitFor(() =>
    expect(asked.find(({ method }) => method === "post")?.body).toEqual({
      workspaceId: id,
      document: { ...EMPTY, glossary: [TERM] },
    }),
  );
});

it("says on which line the YAML is wrong, and saves nothing of it", async () => {
  show({ "get /semantic-layers": () => listOf(layerOf(3, [TERM])) });
  const area = await openYaml();
  fireEvent.input(area, { target: { value: "glossary:\n  - term: CA\n    sens: a" } });
  await screen.findByText(/sens n’est pas un champ du modèle/);
  expect(screen.getAllByRole("button", { name: "Ligne 3" }).length).toBeGreaterThan(0);
  expect(((await save()) as HTMLButtonElement).disabled).toBe(true);
});

it("says in the person's language what keeps a text from being YAML, and the form tells a word that is no field of it", async () => {
  show({ "get /semantic-layers": () => listOf(layerOf(3, [TERM])) });
  const area = await openYaml();
  fireEvent.input(area, { target: { value: "glossary:\n  - term: CA: HT" } });
  await screen.findByText(/Ce n’est pas du YAML valable : il manque un deux-points/);
  expect(screen.getAllByRole("button", { name: "Ligne 2" })).toHaveLength(1);
  fireEvent.input(area, {
    target: { value: "glossary:\n  - term: CA\n    meaning: HT\n    terme: a\n    synonyms: []" },
  });
  await openTab("Formulaire");
  fireEvent.click(await screen.findByRole("button", { name: /CA/, expanded: false }));
  await screen.findByText("terme n’est pas un champ du modèle");
  expect(screen.getByRole("textbox", { name: "Terme" }).getAttribute("aria-invalid")).toBeNull();
});

it("goes back to a version and forth again, not while something is typed that would be lost", async () => {
  let layer = layerOf(3, [TERM]);
  const old = { ...TERM, meaning: "Toutes taxes comprises" };
  const version = (number: number) => ({
    version: number,
    writtenBy: `usr_${"0".repeat(26)}`,
    writtenAt: "2026-11-20T10:00:00.000Z",
  });
  const asked = show({
    "get /semantic-layers": () => listOf(layer),
    [`get /semantic-layers/${layer.id}/versions`]: () =>
      Response.json({ items: [version(3), version(2)] }),
    [`get /semantic-layers/${layer.id}/versions/2`]: () =>
      Response.json({ ...version(2), document: layerOf(2, [old]).document }),
    [`patch /semantic-layers/${layer.id}`]: ({ body }) => {
      const { document } = (body as { changes: { document: typeof layer.document } }).changes;
      layer = { ...layer, version: layer.version + 1, document };
      return Response.json(layer);
    },
  });
  const area = await openYaml();
  fireEvent.input(area, { target: { value: "glossary: []" } });
  await openTab("Versions");
  fireEvent.click(await screen.findByRole("button", { name: /^Version 2/ }));
  const back = await screen.findByRole<HTMLButtonElement>("button", { name: /Rétablir/ });
  expect(back.disabled).toBe(true);
  screen.getByText(/elles seraient perdues/);
  fireEvent.click(screen.getByRole("button", { name: "Annuler les modifications" }));
  expect(back.disabled).toBe(false);
  fireEvent.click(back);
  await screen.findByText("Version 2 rétablie");
  const written = () =>
    asked
      .filter(({ method }) => method === "patch")
      .map(({ body }) => body as { version: number; changes: unknown });
  expect(written()).toMatchObject([{ version: 3, changes: { document: { glossary: [old] } } }]);
  fireEvent.click(screen.getByRole("button", { name: "Annuler" }));
  await screen.findByText("Version 3 rétablie");
  expect(written()[1]).toMatchObject({ version: 4, changes: { document: { glossary: [TERM] } } });
});

it("keeps what was typed when somebody else saved first, and asks whose counts", async () => {
  let layer = layerOf(3, [TERM]);
  const asked = show({
    "get /semantic-layers": () => listOf(layer),
    [`patch /semantic-layers/${layer.id}`]: ({ body }) => {
      if ((body as { version: number }).version !== layer.version) {
        return Response.json(
          { code: "conflict.version", params: {}, requestId: "req_1" },
          { status: 409 },
        );
      }
      return Response.json({ ...layer, version: layer.version + 1 });
    },
  });
  const area = await openYaml();
  fireEvent.input(area, { target: { value: "glossary: []" } });
  layer = layerOf(4, [{ ...TERM, meaning: "Toutes taxes comprises" }]);
  fireEvent.click(await save());
  fireEvent.click(await screen.findByRole("button", { name: "Garder la mienne" }));
  expect(area.value).toBe("glossary: []");
  fireEvent.click(await save());
  await waitFor(() =>
    expect(asked.filter(({ method }) => method === "patch").at(-1)?.body).toMatchObject({
      version: 4,
      changes: { document: EMPTY },
    }),
  );
});

it("is read, not written, by whoever may only read", async () => {
  show({ "get /semantic-layers": () => listOf(layerOf(3, [TERM])) }, false);
  await screen.findByText("CA");
  expect(screen.queryByRole("button", { name: "Enregistrer" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Ajouter un terme" })).toBeNull();
});

it("tests a measure as answers compute it, and says which default filters it held to", async () => {
  const own = { source: "ventes_2026", sql: "statut <> 'Annulée'", label: "Hors annulées" };
  const measure = {
    name: "honoraires",
    label: { fr: "Honoraires facturés", en: "" },
    sql: "sum(montant)",
    source: "ventes_2026",
    format: "currency",
    description: "",
    synonyms: { fr: [], en: [] },
  };
  const document = { ...EMPTY, measures: [measure], filters: [own] };
  show({ "get /semantic-layers": () => listOf({ ...layerOf(3, []), document }) });
  fireEvent.click(await screen.findByRole("button", { name: "Tout tester" }));
  await screen.findByText("filtre par défaut appliqué : Hors annulées");
  const head = screen.getByRole("button", { name: /^Honoraires facturés/ });
  expect(head.textContent).toMatch(/1.487.341,91/);
  // Without the filter, the figure of before would be another one's.
  fireEvent.click(screen.getByRole("button", { name: "Retirer Hors annulées" }));
  await waitFor(() => expect(head.textContent).not.toMatch(/1.487.341/));
  fireEvent.click(head);
  fireEvent.click(screen.getByRole("button", { name: "Tester" }));
  await waitFor(() => expect(head.textContent).toMatch(/1.520.396,41/));
  expect(screen.getAllByText("sur toutes les lignes")).toHaveLength(2);
});

it("form and YAML both tell a table and a column that are not there, and let it be saved", async () => {
  show({ "get /semantic-layers": () => listOf(layerOf(3, [])) });
  const area = await openYaml();
  const filters = [
    "  - {source: ventes_2026, sql: agense <> 'Lyon', label: Hors Lyon}",
    "  - {source: factuuures, sql: agence <> 'Lyon', label: Autre}",
  ];
  fireEvent.input(area, { target: { value: ["filters:", ...filters].join("\n") } });
  await screen.findByText("2 points à vérifier");
  screen.getByText("agense n’est pas une colonne de sa table");
  screen.getByText("factuuures n’est pas une table de cet espace");
  expect(((await save()) as HTMLButtonElement).disabled).toBe(false);

  await openTab("Formulaire");
  for (const [label, told] of [
    ["Hors Lyon", "agense n’est pas une colonne de sa table"],
    ["Autre", "factuuures n’est pas une table de cet espace"],
  ] as const) {
    const head = await screen.findByRole("button", { name: new RegExp(`^${label}`) });
    expect(head.textContent).toContain("1 point à vérifier");
    fireEvent.click(head);
    await screen.findByText(told);
  }
  expect(document.querySelector("[aria-invalid=true]")).toBeNull();
  expect(((await save()) as HTMLButtonElement).disabled).toBe(false);

  // What has not the form of a model is in the way of saving, in both.
  fireEvent.input(await openYaml(), { target: { value: "filters:\n  - source: ventes_2026" } });
  await screen.findByText("2 points à corriger");
  expect(((await save()) as HTMLButtonElement).disabled).toBe(true);
});

it("saves no measure that gives a value for each row: it says what to write, at the field and at the line", async () => {
  const asked = show({
    "post /semantic-layers": ({ body }) =>
      Response.json({ ...layerOf(1, []), ...(body as object) }, { status: 201 }),
  });
  const area = await openYaml();
  const text = (sql: string) =>
    `measures:\n  - name: ca\n    label: { fr: Chiffre d’affaires, en: "" }\n    source: ventes_2026\n    format: currency\n    sql: ${sql}\n    description: ""\n    synonyms: { fr: [], en: [] }`;
  fireEvent.input(area, { target: { value: text("montant") } });
  fireEvent.click(await save());
  await screen.findByText(/^Pas enregistré/);
  screen.getByText(/^Mesures 1 · sql donne une valeur par ligne.* sum\(montant\)$/);
  expect(screen.getAllByRole("button", { name: "Ligne 6" })).toHaveLength(2);
  expect(((await save()) as HTMLButtonElement).disabled).toBe(true);
  await openTab("Formulaire");
  fireEvent.click(
    await screen.findByRole("button", { name: /Chiffre d’affaires/, expanded: false }),
  );
  screen.getByText(/^donne une valeur par ligne.* sum\(montant\)$/);
  expect(asked.some(({ method }) => method === "post")).toBe(false);
  fireEvent.input(screen.getByRole("textbox", { name: "Expression SQL" }), {
    target: { value: "sum(montant)" },
  });
  expect(screen.queryByText(/^Pas enregistré/)).toBeNull();
  fireEvent.click(await save());
  await waitFor(() => expect(asked.some(({ method }) => method === "post")).toBe(true));
});
