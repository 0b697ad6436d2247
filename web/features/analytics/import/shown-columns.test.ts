import { expect, it } from "vitest";
import type { Step } from "#domain/analytics/steps/step.ts";
import type { ImportState } from "./import-state.ts";
import { shownColumns } from "./shown-columns.ts";

const own = (name: string, kind: "text" | "number") => ({
  name,
  source: name,
  kind,
  cleaned: false,
  skipped: false,
});
const columns = [own("client", "text"), own("tva", "number")];
const stateWith = (...steps: Step[]) =>
  ({ reading: { columns, steps }, cleaned: { columns } }) as unknown as ImportState;
const places = (...steps: Step[]) => shownColumns(stateWith(...steps)).map(({ at }) => at);

it("keeps the place in the file of columns that no step speaks of", () => {
  expect(places()).toEqual([0, 1]);
  expect(places({ do: "drop", what: "duplicates", column: null })).toEqual([0, 1]);
  expect(places({ do: "trim", column: "client" })).toEqual([undefined, 1]);
  expect(places({ do: "compute", name: "taux", expression: "TVA / 100" })).toEqual([0, undefined]);
  expect(places({ do: "rename", column: "nom", to: "client" })).toEqual([undefined, 1]);
});
