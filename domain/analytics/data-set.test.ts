import { expect, it } from "vitest";
import { DataSet, newDataSetId, renamed } from "./data-set.ts";

it("makes ids that the model accepts", () => {
  const id = newDataSetId(Uint8Array.from({ length: 12 }, (_, at) => at * 21));
  expect(DataSet.shape.id.safeParse(id).success).toBe(true);
  expect(newDataSetId(new Uint8Array(12))).not.toBe(id);
});

it("remembers what it was called, the latest first, and not what it is called", () => {
  const file = { fileName: "a.csv" } as DataSet;
  const back = renamed(renamed(renamed(file, "b.csv"), "c.csv"), "a.csv");
  expect(back).toMatchObject({ fileName: "a.csv", names: ["c.csv", "b.csv"] });
});
