import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DataSet } from "#domain/analytics/data-set.ts";
import type { SourceView } from "#domain/sources/model.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { keepEngine, type EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";
import type { Library } from "#web/features/analytics/library.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { SourceAbsent, SourceUnreadable } from "./source-state.ts";
import { createSourceTables, type SourceTables } from "./source-tables.ts";

const [VENTES, AUTRES] = ["wsp_01M81000000000000000000001", "wsp_01M81000000000000000000002"];
const columns = [{ name: "a", kind: "integer" as const }];

/** A file of this device whose table holds one number. */
const file = (fileName: string, table: string) =>
  ({
    id: fileName,
    fileName,
    table,
    rows: 1,
    addedAt: 1,
    profiles: columns,
    reading: { columns: [{ name: columns[0]?.name, unit: "€" }] },
  }) as unknown as DataSet;

function source(fileName: string, table: string): Extract<SourceView, { kind: "device" }> {
  const record = { version: 1, createdBy: "", createdAt: "", updatedAt: "" };
  const can = { write: true, share: true };
  const named = { id: `src_${fileName}`, workspaceId: VENTES, title: fileName, table, can };
  return { ...record, ...named, columns, rows: 1, kind: "device", details: { fileName } };
}

let boots = 0;
let engine: Engine;
let keeper: EngineKeeper;
let files: DataSet[];
let loads: string[];
let library: Library;

beforeAll(() => {
  keeper = keepEngine(async () => {
    boots++;
    engine = await nodeEngine();
    return engine;
  });
});
beforeEach(() => {
  files = [file("ventes.csv", "ventes"), file("autres.csv", "autres")];
  loads = [];
  library = {
    keeper,
    list: async () => files,
    load: async (dataSet: DataSet) => {
      loads.push(dataSet.table);
      const value = dataSet.table === "ventes" ? 1 : 2;
      await keeper.use((one) =>
        one.run(`CREATE OR REPLACE TABLE "${dataSet.table}" AS SELECT ${value} AS a`),
      );
    },
  } as unknown as Library;
});
afterAll(() => keeper.end());

const read = (tables: SourceTables, sql: string) =>
  tables.keeper.use(async (one) => (await runRead(one, sql, { limit: 10 })).rows);

// The engine boots twice, which takes long on a busy machine.
describe("sources as tables", { timeout: 30_000 }, () => {
  it("are called by their names in their workspace, whatever another workspace calls so", async () => {
    const one = createSourceTables(library, VENTES);
    const two = createSourceTables(library, AUTRES);
    await one.load(source("ventes.csv", "chiffres"));
    await two.load(source("autres.csv", "chiffres"));
    expect(await read(one, "FROM chiffres")).toEqual([[1]]);
    expect(await read(two, "FROM chiffres")).toEqual([[2]]);
    // With the unit that the reading of the file found.
    const profiles = columns.map((column) => ({ ...column, unit: "€" }));
    expect(one.state("src_ventes.csv")).toEqual({ kind: "ready", rows: 1, profiles });
  });

  it("wins over a file of the device that has this name", async () => {
    const tables = createSourceTables(library, VENTES);
    await library.load(files[0]!);
    await tables.load(source("autres.csv", "ventes"));
    expect(await read(tables, "FROM ventes")).toEqual([[2]]);
  });

  it("are read once for one engine, and again after it was lost", async () => {
    const tables = createSourceTables(library, VENTES);
    const asked = source("ventes.csv", "ventes_2");
    await Promise.all([tables.load(asked), tables.load(asked)]);
    await tables.load(asked);
    expect(loads).toEqual(["ventes"]);
    const before = boots;
    keeper.end();
    await tables.load(asked);
    expect([loads.length, boots]).toEqual([2, before + 1]);
    expect(await read(tables, "FROM ventes_2")).toEqual([[1]]);
  });

  it("lose the name that they had once they have another", async () => {
    const tables = createSourceTables(library, VENTES);
    await tables.load(source("ventes.csv", "ancien"));
    await tables.load(source("ventes.csv", "nouveau"));
    expect(await read(tables, "FROM nouveau")).toEqual([[1]]);
    await expect(read(tables, "FROM ancien")).rejects.toThrow(/ancien/);
    expect(loads).toEqual(["ventes"]);
  });

  it("are absent while their file lies elsewhere, and found once it is dropped", async () => {
    files = [];
    const tables = createSourceTables(library, VENTES);
    const asked = source("ventes.csv", "ventes_3");
    await expect(tables.load(asked)).rejects.toThrow(SourceAbsent);
    expect(tables.state(asked.id)).toEqual({ kind: "absent" });
    files = [file("ventes.csv", "ventes")];
    await tables.load(asked);
    expect(tables.state(asked.id).kind).toBe("ready");
    tables.forget(asked.id);
    files = [];
    await expect(tables.load(asked)).rejects.toThrow(SourceAbsent);
    expect(tables.state(asked.id)).toEqual({ kind: "absent" });
  });

  it("of a kind that nothing reads here say so", async () => {
    const tables = createSourceTables(library, VENTES);
    const odd = { ...source("x", "x"), kind: "carrier pigeon" } as unknown as SourceView;
    await expect(tables.load(odd)).rejects.toThrow(SourceUnreadable);
    expect(tables.state(odd.id).kind).toBe("failed");
  });

  it("that were not loaded are idle; given up, they are so again", async () => {
    const tables = createSourceTables(library, VENTES);
    const asked = source("ventes.csv", "ventes_4");
    expect(tables.state(asked.id)).toEqual({ kind: "idle" });
    const stopped = new DOMException("stopped", "AbortError");
    library.load = () => Promise.reject(stopped);
    await expect(tables.load(asked)).rejects.toBe(stopped);
    expect(tables.state(asked.id)).toEqual({ kind: "idle" });
  });

  it("that are read anew while they are read are ready once, with the last rows, and never read twice at once", async () => {
    const asked = source("ventes.csv", "ventes_6");
    const gates = [Promise.withResolvers<number>(), Promise.withResolvers<number>()];
    let [going, most, count] = [0, 0, 0];
    const slow: Library = {
      ...library,
      load: async () => {
        const gate = gates[count++];
        most = Math.max(most, ++going);
        const value = await gate?.promise;
        await keeper.use((one) =>
          one.run(`CREATE OR REPLACE TABLE ventes AS SELECT ${value} AS a`),
        );
        going--;
      },
    };
    const tables = createSourceTables(slow, VENTES);
    const first = tables.load(asked);
    await expect.poll(() => count).toBe(1);
    // Its file was brought anew: what was being read counts no more.
    const again = tables.load({ ...asked, version: 2 });
    gates[0]?.resolve(3);
    await expect.poll(() => count).toBe(2);
    expect(tables.state(asked.id).kind).toBe("loading");
    gates[1]?.resolve(4);
    await Promise.all([first, again]);
    expect(tables.state(asked.id).kind).toBe("ready");
    expect(await read(tables, "FROM ventes_6")).toEqual([[4]]);
    expect([most, count]).toEqual([1, 2]);
  });

  it("keep answers while their rows are as they are, and none that was under way when they changed", async () => {
    const asked = source("ventes.csv", "ventes_7");
    const tables = createSourceTables(library, VENTES);
    await tables.load(asked);
    const answer = { columns: [], rows: [[1]], more: false, ms: 1 };
    const { answers } = tables;
    const before = answers.stamp();
    answers.keep("FROM ventes_7", answer, before);
    // Whoever opens a page asks for what is readable already.
    await tables.load(asked);
    expect(answers.known("FROM ventes_7")).toBe(answer);
    await tables.load({ ...asked, version: 2 });
    expect(answers.known("FROM ventes_7")).toBeUndefined();
    answers.keep("FROM ventes_7", answer, before);
    expect(answers.known("FROM ventes_7")).toBeUndefined();
  });

  it("that fail leave alone what was begun since", async () => {
    const asked = source("ventes.csv", "ventes_7");
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let count = 0;
    const slow: Library = {
      ...library,
      load: async (dataSet) => {
        await gates[count++]?.promise;
        await library.load(dataSet);
      },
    };
    const tables = createSourceTables(slow, VENTES);
    const first = tables.load(asked).catch((error: unknown) => String(error));
    await expect.poll(() => count).toBe(1);
    const again = tables.load({ ...asked, version: 2 });
    gates[0]?.reject(new Error("gone"));
    expect(await first).toBe("Error: gone");
    expect(tables.state(asked.id).kind).toBe("loading");
    gates[1]?.resolve();
    await again;
    expect(tables.state(asked.id).kind).toBe("ready");
    await tables.load({ ...asked, version: 2 });
    expect(count).toBe(2);
  });

  it("are broken off for everybody who waits, and read anew when asked again", async () => {
    const asked = source("ventes.csv", "ventes_5");
    const begun = Promise.withResolvers<void>();
    let stuck = true;
    const slow: Library = {
      ...library,
      load: (dataSet, options) => {
        if (!stuck) return library.load(dataSet, options);
        begun.resolve();
        return new Promise((_done, refuse) => {
          const stopped = () => refuse(options?.signal?.reason as Error);
          options?.signal?.addEventListener("abort", stopped);
        });
      },
    };
    const tables = createSourceTables(slow, VENTES);
    const both = Promise.allSettled([tables.load(asked), tables.load(asked)]);
    await begun.promise;
    expect(tables.state(asked.id).kind).toBe("loading");
    tables.stop(asked.id);
    const reasons = (await both).map((one) => one.status === "rejected" && String(one.reason));
    expect(reasons).toEqual(["AbortError: stopped", "AbortError: stopped"]);
    expect(tables.state(asked.id)).toEqual({ kind: "stopped" });
    stuck = false;
    await tables.load(asked);
    expect(tables.state(asked.id).kind).toBe("ready");
  });

  it("are stopped while the engine is still on its way, and read once somebody asks again", async () => {
    const asked = source("ventes.csv", "ventes_8");
    let coming = Promise.withResolvers<void>();
    const slow: Library = {
      ...library,
      keeper: { ...keeper, engine: () => coming.promise.then(() => keeper.engine()) },
    };
    const tables = createSourceTables(slow, VENTES);
    const both = Promise.allSettled([tables.load(asked), tables.load(asked)]);
    tables.stop(asked.id);
    expect(tables.state(asked.id)).toEqual({ kind: "stopped" });
    coming.resolve();
    expect((await both).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(tables.state(asked.id)).toEqual({ kind: "stopped" });
    expect(loads).toEqual([]);

    // Stopped and asked for again before the engine has come: what was asked last counts.
    coming = Promise.withResolvers<void>();
    const first = tables.load(asked);
    tables.stop(asked.id);
    const again = tables.load(asked);
    coming.resolve();
    await Promise.all([first, again]);
    expect(tables.state(asked.id).kind).toBe("ready");
    expect(loads).toEqual(["ventes"]);
  });
});
