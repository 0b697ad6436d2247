import { expect, it } from "vitest";
import { compareContents } from "./compare.ts";
import type { VersionContent } from "./version.ts";

type Held = VersionContent["widgets"][number];

const widget = (id: string, changes: Partial<Held> = {}): Held => ({
  id,
  title: id,
  kind: "chart",
  sql: "SELECT 1",
  text: "",
  sourceIds: [],
  chart: null,
  layout: { x: 0, y: 0, w: 6, h: 4 },
  ...changes,
});
const period = {
  name: "periode",
  label: "Période",
  kind: "period",
  column: "date",
  initial: { preset: "all" },
} as const;
const content = (changes: Partial<VersionContent> = {}): VersionContent => ({
  title: "Agences",
  parameters: [],
  widgets: [widget("CA"), widget("Clients")],
  ...changes,
});

it("finds nothing where nothing changed", () => {
  expect(compareContents(content(), content())).toEqual([]);
});

it("names what became of the title, the filters and each widget", () => {
  const later = content({
    title: "Agences 2026",
    parameters: [period],
    widgets: [
      widget("CA", {
        title: "CA HT",
        sql: "SELECT 2",
        layout: { x: 6, y: 0, w: 3, h: 4 },
        chart: { type: "number", value: "ca" },
      }),
      widget("Texte", { kind: "text" }),
    ],
  });
  expect(compareContents(content(), later)).toEqual([
    { kind: "title", from: "Agences", to: "Agences 2026" },
    { kind: "filters", labels: ["Période"] },
    { kind: "renamed", from: "CA", to: "CA HT" },
    { kind: "query", title: "CA HT" },
    { kind: "chart", title: "CA HT" },
    { kind: "resized", title: "CA HT" },
    { kind: "moved", title: "CA HT" },
    { kind: "added", title: "Texte" },
    { kind: "removed", title: "Clients" },
  ]);
});

it("says of a widget of another kind only that, and of a filter that begins otherwise its name", () => {
  const before = content({ parameters: [period], widgets: [widget("CA")] });
  const after = content({
    parameters: [{ ...period, initial: { preset: "this_year" } }],
    widgets: [widget("CA", { kind: "table", chart: { type: "table" } })],
  });
  expect(compareContents(before, after)).toEqual([
    { kind: "filters", labels: ["Période"] },
    { kind: "look", title: "CA" },
  ]);
});
