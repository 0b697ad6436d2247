import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { SqlRefused } from "#web/features/analytics/engine/read.ts";
import { renderUi, settle } from "#web/ui/testing.tsx";
import type { Build } from "./build-state.ts";
import { ComputedColumns } from "./computed-columns.tsx";
import { GroupStep } from "./group-step.tsx";
import { MeasureStep } from "./measure-step.tsx";
import { OrderStep } from "./order-step.tsx";
import { testBuild, ventes } from "./testing-build.tsx";

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const choose = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole("option", { name }));
const type = (name: string, value: string) =>
  fireEvent.input(screen.getByRole("textbox", { name }), { target: { value } });
const COUNT = { fn: "count" as const, column: null, label: "Nombre de lignes" };
const order = (build: Build) => build.sql()?.split("ORDER BY ")[1];

it("sorts by several keys, each its way, the second one before the first on request", async () => {
  const build = testBuild({
    groups: [{ column: ventes("agence"), part: null }],
    measures: [COUNT],
  });
  renderUi(() => <OrderStep build={build} />);
  press("Trier");
  await choose("agence");
  press("Trier");
  // What sorts already is not offered again.
  expect(screen.queryByRole("option", { name: "agence" })).toBeNull();
  await choose("Nombre de lignes");
  expect(order(build)).toBe("1 NULLS LAST, 2 DESC NULLS LAST");
  press(/Nombre de lignes, décroissant/);
  fireEvent.click(await screen.findByRole("radio", { name: "Croissant" }));
  press("Passer avant");
  expect(order(build)).toBe("2 NULLS LAST, 1 NULLS LAST");
  press("Retirer agence");
  expect(build.query().sort).toEqual([{ by: { type: "measure", at: 0 }, descending: false }]);
  build.undo();
  expect(build.query().sort).toHaveLength(2);
});

it("groups by a dimension of the model that a synonym finds, and by nothing the engine refuses", async () => {
  const build = testBuild({}, () => ({ kind: "text" }));
  renderUi(() => <GroupStep build={build} />);
  press("Regrouper");
  fireEvent.input(await screen.findByRole("combobox"), { target: { value: "ampl" } });
  expect(screen.getAllByRole("option")).toHaveLength(1);
  await choose(/Taille/);
  await waitFor(() =>
    expect(build.query().groups).toEqual([{ column: ventes("Taille"), part: null }]),
  );
  expect(build.sql()).toContain('SELECT (ht > 10) AS "Taille",\n       count(*)');

  const refused = testBuild({}, () => {
    throw new SqlRefused({ code: "unknown-column", name: "ht", candidates: [] }, "raw");
  });
  renderUi(() => <GroupStep build={refused} />);
  fireEvent.click(screen.getAllByRole("button", { name: "Regrouper" }).at(-1)!);
  await choose(/Taille/);
  await screen.findByText(/« Taille » ne peut pas être calculée/);
  expect(refused.query()).toMatchObject({ groups: [], measures: [] });
});

it("puts another column in the place of a group, and says what a crossed table shows", async () => {
  const build = testBuild({
    groups: [
      { column: ventes("agence"), part: null },
      { column: ventes("ttc"), part: null },
    ],
    measures: [COUNT, { fn: "sum", column: ventes("ht"), label: "Somme" }],
    pivot: { at: 1 },
  });
  renderUi(() => <GroupStep build={build} />);
  expect(screen.getByText(/montre « Nombre de lignes »/)).toBeTruthy();
  press("Groupe agence");
  await choose("ht");
  expect(build.query().groups.map(({ column }) => column.column)).toEqual(["ht", "ttc"]);
  press("Retirer ttc");
  expect(build.query().pivot).toBeNull();
});

it("lets the first calculation take the place of the count that a group brought", async () => {
  const build = testBuild({
    groups: [{ column: ventes("agence"), part: null }],
    measures: [COUNT],
  });
  renderUi(() => <MeasureStep build={build} repeated={[]} />);
  press("Calculer");
  await choose("Somme de ttc");
  expect(build.query().measures.map(({ label }) => label)).toEqual(["Somme de ttc"]);
  press("Calculer");
  await choose("Nombre de lignes");
  expect(build.query().measures).toHaveLength(2);
});

it("takes a formula of measures, and opens it again to be changed", async () => {
  const build = testBuild({ measures: [{ fn: "sum", column: ventes("ttc"), label: "Total" }] });
  renderUi(() => <MeasureStep build={build} repeated={[]} />);
  press("Calculer");
  await choose("Écrire une formule…");
  type("Nom", "Part");
  press("Total");
  const formula = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Formule" });
  expect(formula.value).toBe('sum("ttc")');
  type("Formule", `${formula.value} ÷ sum(ht)`);
  press("Ajouter");
  await waitFor(() => expect(build.query().measures).toHaveLength(2));
  expect(build.sql()).toContain('(sum("ttc") / sum(ht)) AS "Part"');
  press("Calcul Part");
  press("Modifier");
  type("Formule", "sum(ht)");
  press("Appliquer");
  await waitFor(() => expect(build.query().measures[1]?.formula?.sql).toBe("sum(ht)"));
});

it("keeps what was typed of a column that can't be computed, and takes away what was made of one", async () => {
  let fault: SqlRefused | undefined = new SqlRefused({ code: "nested-aggregate" }, "raw");
  const build = testBuild({}, () => {
    if (fault) throw fault;
    return { kind: "number" };
  });
  renderUi(() => <ComputedColumns build={build} />);
  press("Colonne calculée");
  press("Ajouter");
  await screen.findByText("Donnez-lui un nom.");
  type("Nom", "HT");
  type("Formule", "ttc * 1,2");
  press("Ajouter");
  await screen.findByText(/Un nombre décimal s’écrit avec un point/);
  type("Formule", "sum(ttc)");
  press("Ajouter");
  await screen.findByText(/« HT » existe déjà/);
  type("Nom", "marge");
  press("Ajouter");
  await screen.findByText(/ligne par ligne, sans somme/);
  expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Formule" }).value).toBe(
    "sum(ttc)",
  );
  expect(build.query().computed).toBeUndefined();

  fault = undefined;
  type("Formule", "ttc − ht");
  press("Ajouter");
  await waitFor(() => expect(build.query().computed).toHaveLength(1));
  build.patch({ groups: [{ column: ventes("marge"), part: null }], measures: [COUNT] });
  press("Colonne calculée marge");
  type("Nom", "bénéfice");
  press("Appliquer");
  await waitFor(() => expect(build.query().groups[0]?.column.column).toBe("bénéfice"));
  await settle();
  press("Retirer bénéfice");
  expect(build.query()).toMatchObject({ computed: [], groups: [], measures: [COUNT] });
  build.undo();
  expect(build.query().groups).toHaveLength(1);
});
