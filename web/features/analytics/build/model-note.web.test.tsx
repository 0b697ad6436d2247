import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { expect, it } from "vitest";
import { SqlRefused } from "#web/features/analytics/engine/read.ts";
import type { Measure as ModelMeasure } from "#domain/semantic/model.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { BuildView } from "./build-view.tsx";
import { testBuild, ventes } from "./testing-build.tsx";

const model = (sql: string): ModelMeasure => ({
  name: "ca",
  label: { fr: "Chiffre d’affaires", en: "" },
  source: "ventes",
  sql,
  format: "currency",
  description: "",
  synonyms: { fr: [], en: [] },
});
const CA = {
  fn: "formula" as const,
  column: null,
  formula: { table: "ventes", sql: "sum(ht)", name: "ca" },
  label: "Chiffre d’affaires",
};

it("tells of a measure that the model computes otherwise by now, and takes or keeps it on request", async () => {
  const [now, setNow] = createSignal(model("sum(ht)"));
  const build = testBuild({ measures: [CA] }, undefined, () => [now()]);
  renderUi(() => <BuildView build={build} title="CA" fileName="Ventes" onSql={() => undefined} />);
  expect(screen.queryByText(/calcule désormais/)).toBeNull();
  setNow(model("sum(ttc)"));
  await screen.findByText("Le modèle de données calcule désormais cette mesure autrement");
  fireEvent.click(screen.getByRole("button", { name: "Garder telle quelle" }));
  await waitFor(() => expect(screen.queryByText(/calcule désormais/)).toBeNull());
  expect(build.sql()).toContain("sum(ht)");
  build.undo();
  fireEvent.click(await screen.findByRole("button", { name: "Prendre la nouvelle formule" }));
  await waitFor(() => expect(screen.queryByText(/calcule désormais/)).toBeNull());
  expect(build.sql()).toContain("sum(ttc)");
  expect(build.query().measures[0]?.formula).toEqual({
    table: "ventes",
    sql: "sum(ttc)",
    name: "ca",
  });
});

it("shows no answer of the question before below one that failed", async () => {
  let refuse = false;
  const build = testBuild({ measures: [CA] }, () => {
    if (refuse) throw new SqlRefused({ code: "ends-early" }, "raw");
    return { kind: "number" };
  });
  renderUi(() => <BuildView build={build} title="CA" fileName="Ventes" onSql={() => undefined} />);
  await waitFor(() => expect(build.answer()).toBeDefined());
  refuse = true;
  build.patch({ groups: [{ column: ventes("agence"), part: null }] });
  await waitFor(() => expect(build.result.error()).toBeDefined());
  expect(build.answer()).toBeUndefined();
  refuse = false;
  build.undo();
  await waitFor(() => expect(build.answer()).toBeDefined());
});
