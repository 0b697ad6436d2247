import { describe, expect, it } from "vitest";
import type { SemanticDocument } from "./model.ts";
import { readYaml, writeYaml } from "./yaml.ts";

const MODEL: SemanticDocument = {
  measures: [
    {
      name: "ca",
      label: { fr: "Chiffre d’affaires", en: "" },
      sql: "sum(montant)\n  FILTER (WHERE statut <> 'annulée')",
      source: "ventes",
      format: "currency",
      description: "# pas un commentaire",
      synonyms: { fr: ["oui", "12"], en: [] },
    },
  ],
  dimensions: [],
  joins: [
    { from: "ventes", to: "clients", on: "ventes.client = clients.nom", kind: "many-to-one" },
  ],
  filters: [],
  glossary: [{ term: "CA", synonyms: [], meaning: "Deux\nlignes" }],
};
const TABLES = ["ventes", "clients"];
const wrong = (text: string, tables: readonly string[] = TABLES) =>
  readYaml(text, tables).problems.map((problem) => [problem.line, problem.reason]);

describe("a model as YAML", () => {
  it("comes back as it was, words that YAML could mistake included", () => {
    expect(readYaml(writeYaml(MODEL), TABLES)).toEqual({
      document: MODEL,
      value: MODEL,
      problems: [],
    });
  });

  it("may leave out empty lists, and be empty", () => {
    expect(readYaml("", []).document).toEqual(readYaml("measures: []", []).document);
    expect(readYaml("", []).problems).toEqual([]);
  });

  it.each([
    ["measures:\n  - name: ca\n    sql: [", 3, "syntax"],
    ["glossary:\n  - term: CA\n    synonyms: []\n    meaning: a\n    sens: b", 5, "unknown"],
    ["glossary:\n  - term: CA\n    synonyms: []", 2, "missing"],
    ["filters:\n  - label: a\n    sql: b\n    source: Ventes 2026", 4, "name"],
    ["joins:\n  - from: ventes\n    to: clients\n    on: a\n    kind: many", 5, "invalid"],
    ["joins:\n  - from: ventes\n    to: stocks\n    on: a\n    kind: one-to-one", 3, "table"],
    ["measure: []", 1, "unknown"],
    ["- a", 1, "invalid"],
    ["a: &x [1]\nb: *x", 1, "syntax"],
  ])("says on which line %j is wrong", (text, line, reason) => {
    expect(wrong(text)).toContainEqual([line, reason]);
  });

  it("finds a name that stands twice, on the second one", () => {
    const [measure] = MODEL.measures;
    const text = writeYaml({ ...MODEL, measures: [measure!, measure!] });
    const at = text.split("\n").lastIndexOf("  - name: ca") + 1;
    expect(wrong(text)).toEqual([[at, "twice"]]);
  });

  it("does not grow out of a short text", () => {
    const bomb = `a: &a [x]\n${"bcdefgh"
      .split("")
      .map((name, at) => `${name}: &${name} [${"*abcdefg".charAt(0)}${"abcdefgh".charAt(at)}]`)
      .join("\n")}`;
    expect(readYaml(bomb, []).document).toBeNull();
  });
});
