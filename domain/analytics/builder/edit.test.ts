import { describe, expect, it } from "vitest";
import { checkQuery, type QuerySchema } from "./check.ts";
import { stillHolds, withoutGroup, withoutJoin, withoutMeasure } from "./edit.ts";
import { changed, newHistory, redone, undone } from "./history.ts";
import { semanticJoinKeys, turned } from "./join-keys.ts";
import { BuiltQuery, emptyQuery } from "./model.ts";
import { repeatedMeasures } from "./repeats.ts";

const SCHEMA: QuerySchema = [
  {
    table: "ventes",
    columns: [
      { name: "le", kind: "date" },
      { name: "agence", kind: "text" },
      { name: "montant", kind: "number" },
      { name: "client", kind: "integer" },
    ],
  },
  {
    table: "clients",
    columns: [
      { name: "no", kind: "integer" },
      { name: "ville", kind: "text" },
      { name: "budget", kind: "number" },
    ],
  },
];
const ventes = (column: string) => ({ table: "ventes", column });
const clients = (column: string) => ({ table: "clients", column });
const whole: BuiltQuery = BuiltQuery.parse({
  ...emptyQuery("ventes"),
  joins: [{ table: "clients", kind: "left", from: ventes("client"), to: "no" }],
  filters: [
    { type: "empty", column: clients("ville"), empty: false },
    { type: "number", column: ventes("montant"), op: ">", value: 10 },
  ],
  groups: [
    { column: ventes("agence"), part: null },
    { column: clients("ville"), part: null },
    { column: ventes("le"), part: "month" },
  ],
  measures: [
    { fn: "sum", column: clients("budget"), label: "budget" },
    { fn: "sum", column: ventes("montant"), label: "montant" },
  ],
  having: [{ at: 1, op: ">", value: 100 }],
  sort: [
    { by: { type: "measure", at: 1 }, descending: true },
    { by: { type: "group", at: 2 }, descending: false },
  ],
  pivot: { at: 2 },
});

describe("taking parts away", () => {
  it("leaves what leaned on others where it belongs", () => {
    const fewer = withoutGroup(withoutMeasure(whole, 0), 0);
    expect(fewer.having).toEqual([{ at: 0, op: ">", value: 100 }]);
    expect(fewer.sort.map(({ by }) => by)).toEqual([
      { type: "measure", at: 0 },
      { type: "group", at: 1 },
    ]);
    expect(fewer.pivot).toEqual({ at: 1 });
    expect(withoutGroup(whole, 2)).toMatchObject({ pivot: null, sort: [whole.sort[0]] });
    expect(withoutMeasure(whole, 1).having).toEqual([]);
  });

  it("takes all that spoke of a table along with its join", () => {
    const alone = withoutJoin(whole, 0);
    expect(alone.filters).toEqual([whole.filters[1]]);
    expect(alone.groups.map(({ column }) => column.column)).toEqual(["agence", "le"]);
    expect(alone.measures.map(({ label }) => label)).toEqual(["montant"]);
    expect(checkQuery(alone, SCHEMA)).toEqual([]);
  });
});

describe("a newer file", () => {
  it("keeps a question whole that it still bears", () => {
    expect(stillHolds(whole, SCHEMA)).toEqual(whole);
  });

  it.each([
    [["agence"], ["ville", "le"], ["budget", "montant"]],
    [["le", "montant"], ["agence", "ville"], ["budget"]],
    [["client"], ["agence", "le"], ["montant"]],
  ])("without %j keeps what does not need it", (gone, groups, measures) => {
    const [first, second] = SCHEMA;
    const newer = [
      { table: "ventes", columns: first!.columns.filter(({ name }) => !gone.includes(name)) },
      second!,
    ];
    expect(checkQuery(whole, newer)).not.toEqual([]);
    const kept = stillHolds(whole, newer)!;
    expect(checkQuery(kept, newer)).toEqual([]);
    expect(kept.groups.map(({ column }) => column.column)).toEqual(groups);
    expect(kept.measures.map(({ label }) => label)).toEqual(measures);
  });

  it("bears nothing once its table is gone", () => {
    expect(stillHolds(whole, [SCHEMA[1]!])).toBeNull();
  });
});

describe("figures that a join repeats", () => {
  const unique = new Map([
    ["no", true],
    ["client", false],
  ]);
  const isUnique = ({ column }: { column: string }) => unique.get(column);
  it("are those of the side that stands beside several rows", () => {
    expect(repeatedMeasures(whole, isUnique)).toEqual([0]);
    expect(repeatedMeasures({ ...whole, joins: [] }, isUnique)).toEqual([]);
    expect(repeatedMeasures(whole, ({ column }) => column === "client")).toEqual([1]);
  });
  it("are no largest, smallest or different values", () => {
    const most = { ...whole, measures: [{ ...whole.measures[0]!, fn: "max" as const }] };
    expect(repeatedMeasures(most, isUnique)).toEqual([]);
  });
});

const columnOf = (ref: { table: string; column: string }) =>
  ref.column === "gone" ? undefined : ref;
const join = (on: string) => ({
  from: "ventes",
  to: "clients",
  on,
  kind: "many-to-one" as const,
});

it("reads the joins of a model that hold one column against another, in either order", () => {
  const key = { from: ventes("client"), to: clients("no"), kind: "many-to-one" };
  for (const on of ["ventes.client = clients.no", 'clients."no" = ventes.client'])
    expect(semanticJoinKeys([join(on)], columnOf)).toEqual([key]);
  for (const on of [
    "ventes.client = clients.no AND clients.ville = 'Lyon'",
    "ventes.client > clients.no",
    "ventes.gone = clients.no",
    "client = no",
  ])
    expect(semanticJoinKeys([join(on)], columnOf)).toEqual([]);
  expect(
    turned(turned(semanticJoinKeys([join("ventes.client = clients.no")], columnOf)[0]!)),
  ).toEqual(key);
});

describe("undoing", () => {
  it("goes back and forth, and forgets what was undone once something else is done", () => {
    const two = changed(changed(newHistory("a"), "b", 0), "c", 5_000);
    const back = undone(two);
    expect([back.now, redone(back).now, undone(undone(back)).now]).toEqual(["b", "c", "a"]);
    expect(changed(back, "d", 9_000).future).toEqual([]);
    expect(redone(two)).toBe(two);
  });
  it("takes letters of one field for one step, unless time lay between", () => {
    const typed = changed(changed(newHistory("a"), "b", 100, "x"), "c", 600, "x");
    expect(undone(typed).now).toBe("a");
    expect(undone(changed(typed, "d", 9_000, "x")).now).toBe("c");
  });
});
