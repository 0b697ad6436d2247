import { expect, it } from "vitest";
import { DataSet, newDataSetId } from "./data-set.ts";

it("makes ids that the model accepts", () => {
  const id = newDataSetId(Uint8Array.from({ length: 12 }, (_, at) => at * 21));
  expect(DataSet.shape.id.safeParse(id).success).toBe(true);
  expect(newDataSetId(new Uint8Array(12))).not.toBe(id);
});
