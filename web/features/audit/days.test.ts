import { expect, it } from "vitest";
import { daysOf } from "./days.ts";

const at = (local: string) => ({ at: new Date(local).toISOString() });

it("cuts rows into the days of this device, in their order", () => {
  const rows = [at("2026-11-24T10:00:00"), at("2026-11-24T00:00:01"), at("2026-11-23T23:59:59")];
  expect(daysOf(rows)).toEqual([
    { id: "2026-11-24 0", date: "2026-11-24", rows: rows.slice(0, 2) },
    { id: "2026-11-23 0", date: "2026-11-23", rows: rows.slice(2) },
  ]);
  expect(daysOf([])).toEqual([]);
  const parted = daysOf([...rows, at("2026-11-24T00:00:00")]);
  expect(parted.map(({ id }) => id)).toEqual(["2026-11-24 0", "2026-11-23 0", "2026-11-24 1"]);
});
