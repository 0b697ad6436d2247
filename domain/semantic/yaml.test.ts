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
const TABLES = [
  { table: "ventes", columns: ["montant", "statut", "client"] },
  { table: "clients", columns: ["nom"] },
];
const wrong = (text: string, tables: Parameters<typeof readYaml>[1] = TABLES) =>
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

  it("may leave out what a form leaves empty, and says what is missing once", () => {
    const text =
      "measures:\n  - name: ca\n    label: { fr: CA }\n    sql: sum(montant)\n    source: ventes\nglossary:\n  - term: CA\n    meaning: a";
    const { document, problems } = readYaml(text, TABLES);
    expect(problems).toEqual([]);
    expect(document?.measures[0]).toMatchObject({
      label: { fr: "CA", en: "" },
      format: "number",
      description: "",
      synonyms: { fr: [], en: [] },
    });
    expect(document?.glossary[0]?.synonyms).toEqual([]);
    expect(writeYaml(document as SemanticDocument)).toMatch(
      /name: ca\n {4}label:\n {6}fr: CA\n {6}en: ""\n/,
    );
    const bare = text
      .replace("label: { fr: CA }", 'label: { fr: "" }')
      .replace("name: ca", "name:");
    expect(wrong(bare)).toEqual([
      [2, "missing"],
      [3, "missing"],
    ]);
  });

  it.each([
    ["measures:\n  - name: ca\n    sql: [", 3, "syntax"],
    ["glossary:\n  - term: CA\n    synonyms: []\n    meaning: a\n    sens: b", 5, "unknown"],
    ["glossary:\n  - term: CA\n    synonyms: []", 2, "missing"],
    ["filters:\n  - label: a\n    sql: b\n    source: Ventes 2026", 4, "name"],
    ["joins:\n  - from: ventes\n    to: clients\n    on: a\n    kind: many", 5, "choice"],
    ["joins:\n  - from: ventes\n    to: stocks\n    on: a\n    kind: one-to-one", 3, "table"],
    [
      "joins:\n  - from: ventes\n    to: clients\n    on: ventes.client = clients.id\n    kind: one-to-one",
      4,
      "column",
    ],
    ["filters:\n  - label: a\n    sql: estado <> 'annulée'\n    source: ventes", 3, "column"],
    ["measure: []", 1, "unknown"],
    ["- a", 1, "invalid"],
    ["a: &x [1]\nb: *x", 2, "syntax"],
  ])("says on which line %j is wrong", (text, line, reason) => {
    expect(wrong(text)).toContainEqual([line, reason]);
  });

  it.each([
    ["measures:\n  - name\n    sql: a", 2, "colon"],
    ["measures:\n  - name: a: b", 2, "colon"],
    ["measures:\n\t- name: a", 2, "tab"],
    ["glossary:\n  - term: a\n    term: b", 3, "key"],
    ['glossary:\n  - term: "a', 2, "unclosed"],
    ["glossary:\n  - term: `a`", 2, "quote"],
    ["glossary:\n  - term: &x a\n    meaning: *x", 3, "alias"],
  ] as const)("tells one fault of %j, by what mends it", (text, line, fault) => {
    expect(readYaml(text, []).problems).toEqual([{ reason: "syntax", line, fault }]);
  });

  it("names what may be chosen, and what is left out as left out", () => {
    const { problems } = readYaml(
      "joins:\n  - {from: a, to: b, on: c, kind: many}\n  - {from: a, to: b, on: c}",
      TABLES,
    );
    expect(problems).toEqual([
      expect.objectContaining({
        reason: "choice",
        path: ["joins", 0, "kind"],
        options: expect.arrayContaining(["many-to-one"]),
      }),
      expect.objectContaining({ reason: "missing", path: ["joins", 1, "kind"] }),
    ]);
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
