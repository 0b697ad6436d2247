import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { keepEngine, type EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";
import type { Library } from "#web/features/analytics/library.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { readFile } from "#web/features/analytics/testing/read-text.ts";
import { loadShared } from "./load-shared.ts";
import type { SourceOf } from "./loaders.ts";

const { server } = vi.hoisted(() => ({ server: { reading: "", bytes: new Blob() } }));
vi.mock("#web/lib/api.ts", () => ({
  api: () => Promise.resolve({ reading: server.reading }),
  download: () => Promise.resolve(server.bytes),
}));

let keeper: EngineKeeper;
beforeAll(async () => {
  keeper = keepEngine(() => nodeEngine());
  await keeper.engine();
}, 30_000);
afterAll(() => keeper.end());

const JANUARY = "client;montant\nBrunet;12,5\nTotal;12,5\n";
const FEBRUARY = "client;montant\nNeil;3\n";

it("reads all files that were shared together, with their steps", async () => {
  const [first, second] = await keeper.use(async (engine) => [
    (await readFile(engine, JANUARY)).reading,
    (await readFile(engine, FEBRUARY)).reading,
  ]);
  const dataSet: DataSet = {
    id: "ds_aaaaaaaaaaaa",
    table: "janvier",
    fileName: "janvier.csv",
    size: new Blob([JANUARY]).size,
    rows: 2,
    rejected: 0,
    ms: 1,
    addedAt: 1,
    reading: { ...first, steps: [{ do: "case", column: "client", to: "upper" }] },
    more: [{ fileName: "février.csv", size: FEBRUARY.length, reading: second, file: "b" }],
    origin: "fichier",
    profiles: [],
    sql: null,
  };
  server.reading = JSON.stringify(dataSet);
  server.bytes = new Blob([JANUARY, FEBRUARY]);
  const source = { id: "src_1" } as SourceOf<"shared">;
  const library = { keeper } as unknown as Library;
  expect((await loadShared(source, { library, table: "src_1" })).rows).toBe(2);
  const { rows } = await keeper.use((engine) =>
    runRead(engine, "SELECT fichier, client, montant FROM src_1 ORDER BY montant", { limit: 9 }),
  );
  expect(rows).toEqual([
    ["février.csv", "NEIL", 3],
    ["janvier.csv", "BRUNET", 12.5],
  ]);
});
