import { fireEvent, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { expect, it } from "vitest";
import { shapeOf } from "#domain/analytics/chart/shape.ts";
import { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { ChartEditor } from "./chart-editor.tsx";
import { typedNumber } from "./number-field.tsx";

function edited(language: "fr" | "en" = "fr") {
  const shape = shapeOf({
    columns: [
      { name: "agence", kind: "text" },
      { name: "ca", kind: "number" },
    ],
    rows: [
      ["Lyon", 3],
      ["Annecy", 1],
    ],
  });
  const [spec, setSpec] = createSignal<ChartSpec | null>({
    type: "bar",
    category: "agence",
    value: "ca",
  });
  renderUi(() => <ChartEditor shape={shape} spec={spec()} onChange={setSpec} />, language);
  return spec;
}
async function choose(label: string, option: string): Promise<void> {
  fireEvent.keyDown(screen.getByRole("button", { name: new RegExp(label) }), { key: "ArrowDown" });
  fireEvent.click(await screen.findByRole("option", { name: option }));
}
const radio = (name: string): HTMLInputElement => screen.getByRole("radio", { name });

it("offers the kinds that fit, and says why the others do not", () => {
  const spec = edited();
  expect(screen.getByText(/se compare en barres/)).toBeTruthy();
  expect(radio("Courbe Aucune suite de dates ou d’étapes").disabled).toBe(true);
  expect(radio("Nuage de points Il faut deux colonnes de nombres").disabled).toBe(true);
  fireEvent.click(radio("Secteurs"));
  expect(spec()).toEqual({ type: "pie", category: "agence", value: "ca" });
});

it("keeps what was said of the figures when another kind draws them", () => {
  const spec = edited("en");
  const unit = screen.getByLabelText("Unit");
  fireEvent.input(unit, { target: { value: "h" } });
  fireEvent.click(radio("Pie"));
  expect(spec()).toMatchObject({ type: "pie", format: { unit: "h" } });
  expect(ChartSpec.safeParse(JSON.parse(JSON.stringify(spec()))).success).toBe(true);
});

it("takes a target in the person's manner, and names what is none without losing it", () => {
  const spec = edited();
  const target = screen.getByLabelText<HTMLInputElement>("Objectif");
  fireEvent.input(target, { target: { value: "1 200,5" } });
  expect(spec()?.target).toBe(1200.5);
  fireEvent.input(target, { target: { value: "beaucoup" } });
  expect(screen.getByText(/Écrivez un nombre/)).toBeTruthy();
  expect(target.value).toBe("beaucoup");
  expect(spec()?.target).toBe(1200.5);
});

it("adds an annotation and takes it off", () => {
  const spec = edited();
  fireEvent.click(screen.getByRole("button", { name: "Ajouter une annotation" }));
  fireEvent.input(screen.getByLabelText("Texte"), { target: { value: "siège" } });
  fireEvent.input(screen.getByLabelText("À"), { target: { value: "Lyon" } });
  expect(spec()?.annotations).toEqual([{ axis: "x", at: "Lyon", label: "siège" }]);
  fireEvent.click(screen.getByRole("button", { name: "Retirer siège" }));
  expect(spec()?.annotations).toEqual([]);
});

it.each([
  ["1 234,5", "fr", 1234.5],
  ["1,234.5", "en", 1234.5],
  ["−3", "fr", -3],
  ["2026-01-01", "en", null],
  ["Lyon", "fr", null],
] as const)("reads %s (%s)", (text, language, value) => {
  expect(typedNumber(text, language)).toBe(value);
});

it("draws several measures as lines, at least one, and says why other columns are none", () => {
  const shape = shapeOf({
    columns: [
      { name: "mois", kind: "date" },
      { name: "ca", kind: "number" },
      { name: "marge", kind: "number" },
      { name: "note", kind: "text" },
    ],
    rows: [
      [1, 3, 1, "a"],
      [2, 4, 2, "b"],
    ],
  });
  const [spec, setSpec] = createSignal<ChartSpec | null>({ type: "line", x: "mois", y: ["ca"] });
  renderUi(() => <ChartEditor shape={shape} spec={spec()} onChange={setSpec} />);
  const box = (name: RegExp) => screen.getByRole<HTMLInputElement>("checkbox", { name });
  expect(box(/^ca/).disabled).toBe(true);
  expect(screen.getByText("pas un nombre")).toBeTruthy();
  fireEvent.click(box(/^marge/));
  expect(spec()).toMatchObject({ y: ["ca", "marge"] });
  fireEvent.click(box(/^ca/));
  expect(spec()).toMatchObject({ y: ["marge"] });
});

it("says of a figure which way is good", async () => {
  const shape = shapeOf({ columns: [{ name: "dû", kind: "number" }], rows: [[3]] });
  const [spec, setSpec] = createSignal<ChartSpec | null>({ type: "number", value: "dû" });
  renderUi(() => <ChartEditor shape={shape} spec={spec()} onChange={setSpec} />);
  await choose("Évolution favorable", "À la baisse (impayés, retards)");
  expect(spec()).toEqual({ type: "number", value: "dû", better: "lower" });
  await choose("Évolution favorable", "À la hausse");
  expect(spec()).toEqual({ type: "number", value: "dû" });
});

it("goes back to what the rule chose", () => {
  const spec = edited();
  expect(screen.queryByRole("button", { name: "Revenir à ce choix" })).toBeNull();
  fireEvent.click(radio("Secteurs"));
  fireEvent.click(screen.getByRole("button", { name: "Revenir à ce choix" }));
  expect(spec()).toEqual({ type: "bar", category: "agence", value: "ca" });
});

it("sets the ends of the axis of values, as they are typed", () => {
  const spec = edited();
  fireEvent.input(screen.getByLabelText("Début de l’axe des valeurs"), {
    target: { value: "-2,5" },
  });
  expect(spec()?.min).toBe(-2.5);
  fireEvent.input(screen.getByLabelText("Début de l’axe des valeurs"), { target: { value: "" } });
  expect(spec()?.min).toBeUndefined();
});

it("takes several measures for bars, at least one, and lays them side by side or on each other", async () => {
  const shape = shapeOf({
    columns: [
      { name: "agence", kind: "text" },
      { name: "ca", kind: "number" },
      { name: "budget", kind: "number" },
    ],
    rows: [
      ["Lyon", 3, 4],
      ["Annecy", 1, 2],
    ],
  });
  const bar: ChartSpec = { type: "bar", category: "agence", value: "ca" };
  const [spec, setSpec] = createSignal<ChartSpec | null>(bar);
  renderUi(() => <ChartEditor shape={shape} spec={spec()} onChange={setSpec} />);
  const box = (name: string) => screen.getByRole<HTMLInputElement>("checkbox", { name });
  expect(box("ca").disabled).toBe(true);
  fireEvent.click(box("budget"));
  expect(spec()).toEqual({ ...bar, also: ["budget"] });
  await choose("Disposition", "Empilées");
  expect(spec()).toEqual({ ...bar, also: ["budget"], stack: "sum" });
  fireEvent.click(box("ca"));
  expect(spec()).toMatchObject({ value: "budget" });
  expect(spec()).not.toHaveProperty("also");
});
