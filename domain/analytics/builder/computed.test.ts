import { describe, expect, it } from "vitest";
import { checkQuery } from "./check.ts";
import { compileQuery } from "./compile.ts";
import { changedComputed } from "./edit-computed.ts";
import { withoutComputed, withoutJoin } from "./edit.ts";
import { formulaFault, plainSigns } from "./formula.ts";
import { BuiltQuery, emptyQuery } from "./model.ts";

const SCHEMA = [
  {
    table: "ventes",
    columns: [
      { name: "ttc", kind: "number" as const },
      { name: "ht", kind: "number" as const },
      { name: "client", kind: "text" as const },
    ],
  },
  {
    table: "clients",
    columns: [
      { name: "no", kind: "text" as const },
      { name: "taux", kind: "number" as const },
    ],
  },
];
const MARGIN = { table: "ventes", name: "marge", sql: "ttc - ht", kind: "number" as const };
const RATE = { table: "ventes", name: "part", sql: "marge / ttc", kind: "number" as const };
const DUE = { table: "ventes", name: "dû", sql: "clients.taux * ht", kind: "number" as const };
const ventes = (column: string) => ({ table: "ventes", column });
const query: BuiltQuery = {
  ...emptyQuery("ventes"),
  joins: [{ table: "clients", kind: "left", from: ventes("client"), to: "no" }],
  computed: [MARGIN, RATE, DUE],
  filters: [{ type: "number", column: ventes("part"), op: ">", value: 0.1 }],
  groups: [{ column: ventes("dû"), part: null }],
  measures: [
    { fn: "sum", column: ventes("marge"), label: "Somme" },
    {
      fn: "formula",
      column: null,
      formula: { table: "ventes", sql: "sum(marge) / sum(ht)" },
      label: "taux",
    },
  ],
  sort: [{ by: { type: "measure", at: 1 }, descending: true }],
};
const compiled = (of: BuiltQuery) => compileQuery(of, SCHEMA, "2026-11-22");

describe("columns that a question computes", () => {
  it("are written out wherever the question speaks of them, each in terms of those before", () => {
    expect(BuiltQuery.parse(query)).toEqual(query);
    expect(checkQuery(query, SCHEMA)).toEqual([]);
    const sql = compiled(query);
    expect(sql).toContain('(("ventes"."ttc" - "ventes"."ht") / "ventes"."ttc") > 0.1');
    expect(sql).toContain('(clients.taux * "ventes"."ht") AS "dû"');
    expect(sql).toContain('sum(("ventes"."ttc" - "ventes"."ht")) AS "Somme"');
    expect(sql).toContain('(sum(("ventes"."ttc" - "ventes"."ht")) / sum("ventes"."ht")) AS "taux"');
  });

  it("stand behind the others in plain rows, or alone where they are chosen", () => {
    const rows = { ...emptyQuery("ventes"), computed: [MARGIN] };
    expect(compiled(rows)).toBe('SELECT *,\n       (ttc - ht) AS "marge"\nFROM "ventes"');
    expect(compiled({ ...rows, columns: [ventes("marge")] })).toBe(
      'SELECT (ttc - ht) AS "marge"\nFROM "ventes"',
    );
  });

  it("go with what is made of them, and with the table that they read", () => {
    const bare = withoutComputed(query, MARGIN);
    expect(bare).toMatchObject({ computed: [DUE], filters: [], measures: [], sort: [] });
    expect(bare.groups).toHaveLength(1);
    const alone = withoutJoin(query, 0);
    expect(alone).toMatchObject({ joins: [], computed: [MARGIN, RATE], groups: [] });
    expect(alone.measures).toHaveLength(2);
    expect(checkQuery(alone, SCHEMA)).toEqual([]);
  });

  it("take another name everywhere", () => {
    const renamed = changedComputed(query, MARGIN, { ...MARGIN, name: "Marge nette" });
    expect(compiled(renamed)).toBe(compiled(query));
    expect(renamed.measures[1]?.formula?.sql).toBe('sum("Marge nette") / sum(ht)');
    expect(checkQuery(renamed, SCHEMA)).toEqual([]);
  });

  it("are of a table of the question", () => {
    expect(
      checkQuery({ ...query, joins: [], computed: [{ ...MARGIN, table: "x" }] }, SCHEMA),
    ).toContainEqual({
      code: "table.unknown",
      table: "x",
    });
  });
});

it.each([
  ["ttc - ht", undefined],
  ["round(ttc, 2)", undefined],
  ["concat('(', client)", undefined],
  ["(ttc - ht", "open"],
  ["ttc) FROM ventes --", "open"],
  ["client || 'a", "open"],
  ["ttc * 1,2", "several"],
  ["ttc; DROP TABLE ventes", "several"],
])("tells of « %s » whether it is one expression", (sql, fault) => {
  expect(formulaFault(sql)).toBe(fault);
});

it("reads the signs of arithmetic as people write them, outside texts and names", () => {
  expect(plainSigns(`"a−b" × 2 ÷ ttc − length('×')`)).toBe(`"a−b" * 2 / ttc - length('×')`);
});
