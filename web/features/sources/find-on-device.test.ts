import { describe, expect, it } from "vitest";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { findOnDevice } from "./find-on-device.ts";

type Columns = [string, "text" | "number"][];

const file = (fileName: string, columns: Columns, addedAt = 1) =>
  ({
    id: `${fileName}-${addedAt}`,
    fileName,
    addedAt,
    profiles: columns.map(([name, kind]) => ({ name, kind })),
  }) as DataSet;
const columnsOf = (columns: Columns) => columns.map(([name, kind]) => ({ name, kind }));

const two: Columns = [
  ["région", "text"],
  ["montant", "number"],
];
const wanted = { fileName: "ventes.csv", columns: columnsOf(two) };

describe("a file on this device", () => {
  it("is the newest of its name that has the columns, whatever else it has", () => {
    const old = file("ventes.csv", two);
    const fresh = file("ventes.csv", [...two, ["ville", "text"]], 2);
    expect(findOnDevice([old, fresh], wanted)).toBe(fresh);
  });

  it("is none of its name whose columns are others, or read as another kind", () => {
    const other = file("ventes.csv", [["région", "text"]]);
    const read = file("ventes.csv", [
      ["région", "text"],
      ["montant", "text"],
    ]);
    expect(findOnDevice([other, read], wanted)).toBeUndefined();
  });

  it("is found under another name by its columns, where just one has them all and no more", () => {
    const renamed = file("export.csv", two);
    const wider = file("autre.csv", [...two, ["ville", "text"]]);
    expect(findOnDevice([renamed, wider], wanted)).toBe(renamed);
    expect(findOnDevice([renamed, file("copie.csv", two)], wanted)).toBeUndefined();
    expect(findOnDevice([file("vide.csv", [])], { fileName: "a", columns: [] })).toBeUndefined();
  });
});
