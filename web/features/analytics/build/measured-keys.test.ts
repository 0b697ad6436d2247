import { afterAll, beforeAll, expect, it } from "vitest";
import { suggestJoins } from "#domain/analytics/joins/suggest-joins.ts";
import { columnOf } from "#domain/analytics/overview/testing-column.ts";
import { emptyQuery } from "#domain/analytics/builder/model.ts";
import { keepEngine, type EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { measureJoin } from "#web/features/sources/joins/measure-join.ts";
import type { BuildTable } from "./build-table.ts";
import { joinOptions } from "./join-options.ts";
import { measuredWays } from "./measured-keys.ts";

let keeper: EngineKeeper;
beforeAll(async () => {
  keeper = keepEngine(() => nodeEngine());
  await keeper.use(async (engine) => {
    await engine.run(
      `CREATE TABLE factures AS SELECT CASE WHEN i % 50 = 0 THEN 'Inconnue' ELSE 'Mairie ' || (i % 40) END AS client FROM range(400) r(i)`,
    );
    await engine.run(
      `CREATE TABLE clients AS SELECT 'cli_' || i AS id, 'Mairie ' || i AS nom FROM range(50) r(i)`,
    );
  });
}, 30_000);
afterAll(() => keeper.end());

const table = (name: string, ...columns: string[]): BuildTable => ({
  table: name,
  title: name,
  columns: columns.map((column) => columnOf(column, "text", { distinct: 400 })),
});
const tables = [
  table("factures", "client"),
  table("clients", "id", "nom"),
  table("notes", "texte"),
];
const offered = (from: string, said: Parameters<typeof joinOptions>[2], ways: typeof said) =>
  joinOptions(emptyQuery(from), tables, said, ways as never).map(
    ({ table: { table: name }, join, share }) => ({
      name,
      on: join && `${join.from.column} = ${join.to}`,
      share,
    }),
  );

it("offers a likely join only where rows find their partner, with the share of those that do, once a table", async () => {
  const candidates = suggestJoins(tables);
  const pairs = candidates.map(({ from, to }) => `${from.column} = ${to.column}`);
  expect(pairs).toContain("client = nom");
  expect(pairs).toContain("client = id");
  const ways = (
    await Promise.all(candidates.map((one) => measuredWays(one, (of) => measureJoin(keeper, of))))
  ).flat();
  expect(offered("factures", [], ways)).toEqual([
    { name: "clients", on: "client = nom", share: 0.98 },
    { name: "notes", on: undefined, share: undefined },
  ]);
  // From the other end it is the share of the clients that have a bill.
  expect(offered("clients", [], ways)[0]).toEqual({
    name: "factures",
    on: "nom = client",
    share: 0.8,
  });
  const said = [
    { from: { table: "factures", column: "client" }, to: { table: "clients", column: "id" } },
  ];
  expect(offered("factures", said, ways).map(({ on }) => on)).toEqual(["client = id", undefined]);
});
