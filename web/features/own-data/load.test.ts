import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { RowsLine } from "#domain/own-data/rows-line.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { keepEngine } from "#web/features/analytics/engine/keeper.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";
import { createLibrary } from "#web/features/analytics/library.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import type { SourceOf } from "#web/features/sources/loaders.ts";
import { download } from "#web/lib/api.ts";
import { loadOwnData } from "./load.ts";

vi.mock("#web/lib/api.ts", () => ({ download: vi.fn<(path: string) => Promise<Blob>>() }));

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
}, 30_000);
afterAll(() => engine.terminate());

const SOURCE = { details: { name: "clients" } } as SourceOf<"organization">;
const LINES: RowsLine[] = [
  {
    columns: [
      { name: "company", kind: "text" },
      { name: "estimated_amount", kind: "number" },
      { name: "next_action_on", kind: "date" },
      { name: "created_at", kind: "timestamp" },
    ],
  },
  { rows: [["Morvan", 12.5, "2026-11-24", "2026-11-03T09:15:00.000Z"]] },
  { rows: [["Vide", null, null, "2026-11-04T00:00:00.000Z"]] },
  { done: { rows: 2 } },
];
const load = (lines: readonly RowsLine[]) => {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  vi.mocked(download).mockResolvedValue(new Blob([text]));
  const library = createLibrary(
    "org.usr",
    keepEngine(() => Promise.resolve(engine)),
  );
  return loadOwnData(SOURCE, { library, table: "src_1" });
};

it("makes a typed table of the rows, with its profiles", async () => {
  const loaded = await load(LINES);
  expect(loaded).toMatchObject({ table: "src_1", rows: 2 });
  expect(loaded.profiles.map(({ nulls }) => nulls)).toEqual([0, 1, 1, 0]);
  const { rows } = await runRead(engine, "SELECT * FROM src_1 ORDER BY company", { limit: 10 });
  expect(rows[0]).toEqual(["Morvan", 12.5, Date.UTC(2026, 10, 24), Date.UTC(2026, 10, 3, 9, 15)]);
  expect(vi.mocked(download).mock.calls[0]?.[0]).toBe("/own-data/clients/rows");
});

it("keeps the rows that were there when the answer breaks off", async () => {
  await load(LINES);
  await expect(load(LINES.slice(0, 2))).rejects.toThrow("broke off");
  await expect(load([...LINES.slice(0, 2), { done: { rows: 2 } }])).rejects.toThrow("broke off");
  const { rows } = await runRead(engine, "SELECT count(*) FROM src_1", { limit: 10 });
  expect(rows).toEqual([[2]]);
});
