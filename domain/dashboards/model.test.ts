import { expect, test } from "vitest";
import { newId } from "#domain/ids.ts";
import { DashboardInput, WidgetChanges, WidgetInput } from "./model.ts";
import type { Parameter } from "./parameters.ts";

const workspaceId = newId("wsp");
const dashboardId = newId("dsb");
const layout = { x: 0, y: 0, w: 6, h: 4 };
const period: Parameter = {
  name: "period",
  label: "Période",
  kind: "period",
  column: "date",
  initial: { preset: "this_year" },
};

test("a dashboard begins without parameters, a widget with what it needs", () => {
  expect(DashboardInput.parse({ workspaceId, title: " Agences " })).toEqual({
    workspaceId,
    title: "Agences",
    parameters: [],
  });
  const input = { dashboardId, title: "CA", kind: "table", sql: "SELECT 1", layout };
  expect(WidgetInput.parse(input)).toEqual({ ...input, text: "", sourceIds: [], chart: null });
});

test.each([
  { title: "Sans espace" },
  { workspaceId, title: "  " },
  { workspaceId, title: "A", parameters: [period, period] },
  { workspaceId, title: "A", parameters: [{ ...period, name: "1; DROP" }] },
  {
    workspaceId,
    title: "A",
    parameters: [{ ...period, initial: { from: "2026-02-30", to: null } }],
  },
  {
    workspaceId,
    title: "A",
    parameters: [{ name: "m", label: "M", kind: "choice", options: [], initial: "a" }],
  },
])("refuses the dashboard %j", (input) => {
  expect(DashboardInput.safeParse(input).success).toBe(false);
});

test.each([
  {},
  { layout: { x: 7, y: 0, w: 6, h: 1 } },
  { layout: { x: -1, y: 0, w: 6, h: 1 } },
  { layout: { x: 0, y: 0, w: 0, h: 1 } },
  { layout: { x: 0, y: 0.5, w: 1, h: 1 } },
  { kind: "iframe" },
  { chart: { type: "number", value: "n", script: "alert(1)" } },
  { dashboardId },
])("refuses the change %j of a widget", (changes) => {
  expect(WidgetChanges.safeParse(changes).success).toBe(false);
});
