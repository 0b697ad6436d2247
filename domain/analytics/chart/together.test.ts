import { expect, it } from "vitest";
import { chartFits } from "./fits.ts";
import { firstChart } from "./rules.ts";
import { shapeOf, type ShapeColumn } from "./shape.ts";
import { drawing, together, undrawn } from "./together.ts";

const column = (name: string, min: number, max: number): ShapeColumn => ({
  name,
  kind: "number",
  distinct: 9,
  min,
  max,
});
const CA = column("ca", 100, 90_000);

it("sets measures of one nature and size beside each other", () => {
  expect(together([CA, column("ca_2025", 0, 40_000), column("marge", -30_000, 20)], 4)).toEqual([
    "ca",
    "ca_2025",
    "marge",
  ]);
  // Counts and shares are not of the unit of amounts, however large they are; a hundredth of a bar is none.
  const others = [
    column("nb_ventes", 0, 50_000),
    column("Nombre de clients", 1, 50_000),
    column("taux_marge", 0, 50_000),
    column("part (%)", 0, 50_000),
    column("remise", 0, 90),
  ];
  for (const other of others) expect(together([CA, other], 4)).toEqual(["ca"]);
  expect(together([CA, { ...CA, name: "ventes", kind: "integer" }], 4)).toEqual(["ca"]);
  expect(together([column("nb_ventes", 0, 9), column("nb_clients", 0, 4)], 4)).toHaveLength(2);
  expect(together([CA, CA, CA, CA, CA], 3)).toHaveLength(3);
  // Where nobody looked at the rows, the names decide.
  const unseen = { name: "budget", kind: "number", distinct: 9 } as const;
  expect(together([CA, unseen], 4)).toEqual(["ca", "budget"]);
});

const table = {
  columns: [
    { name: "agence", kind: "text" as const },
    { name: "ca", kind: "number" as const },
    { name: "budget", kind: "number" as const },
    { name: "nb", kind: "integer" as const },
  ],
  rows: [
    ["Lyon", 900, 1_000, 3],
    ["Annecy", 400, 350, 2],
  ],
};

it("draws bars of both, by rule and by hand, and names what is left", () => {
  const shape = shapeOf(table);
  const { spec, why } = firstChart(shape);
  expect(spec).toEqual({ type: "bar", category: "agence", value: "ca", also: ["budget"] });
  expect(why).toBe("several-measures");
  expect(chartFits(shape).find(({ kind }) => kind === "bar")).toEqual({ kind: "bar", spec });
  expect(undrawn(spec, shape)).toEqual(["nb"]);
  expect(undrawn({ type: "table" }, shape)).toEqual([]);
  const other = spec && drawing(spec, "nb");
  expect(other).toEqual({ type: "bar", category: "agence", value: "nb" });
  expect(undrawn(other, shape)).toEqual(["ca", "budget"]);
});
