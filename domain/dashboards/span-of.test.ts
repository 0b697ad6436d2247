import { expect, it } from "vitest";
import { spanOf } from "./span-of.ts";

it("is what all conditions on the column leave", () => {
  expect(spanOf([{ column: "agence", values: ["Lyon"] }], "le")).toBeUndefined();
  expect(
    spanOf(
      [
        { column: "le", from: 10, below: null },
        { column: "LE", from: 5, below: 90 },
        { column: "montant", from: 0, to: 3 },
        { column: "le", from: null, below: 70 },
      ],
      "le",
    ),
  ).toEqual({ from: 10, below: 70 });
});
