import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { keepEngine, type EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import type { Library } from "#web/features/analytics/library.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import type { SourceOf } from "#web/features/sources/loaders.ts";
import { loadConnection } from "./load-connection.ts";

const { server } = vi.hoisted(() => ({ server: { lines: [] as object[] } }));
vi.mock("#web/lib/api.ts", () => ({
  openStream: () =>
    Promise.resolve(
      new Blob([server.lines.map((line) => `${JSON.stringify(line)}\n`).join("")]).stream(),
    ),
}));

let keeper: EngineKeeper;
beforeAll(async () => {
  keeper = keepEngine(() => nodeEngine());
  await keeper.engine();
}, 30_000);
afterAll(() => keeper.end());

it.each([true, false])(
  "tells whether the database has more rows than were read: %s",
  async (cut) => {
    server.lines = [
      { columns: [{ name: "n", kind: "integer" }] },
      { rows: [[1], [2]] },
      { done: { rows: 2, bytes: 8, ms: 1, cut } },
    ];
    const source = {
      id: "src_1",
      details: { connectionId: "cnx_1", sql: "SELECT n FROM t" },
    } as unknown as SourceOf<"connection">;
    const library = { keeper } as unknown as Library;
    expect(await loadConnection(source, { library, table: "src_1" })).toMatchObject({
      rows: 2,
      cut,
    });
  },
);
