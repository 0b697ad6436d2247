import { afterAll, describe, expect, it, vi } from "vitest";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import type { Engine } from "./engine.ts";
import { keepEngine, EngineLost } from "./keeper.ts";

const keeper = keepEngine(() => nodeEngine("64MB"));
afterAll(() => keeper.end());

describe("an engine that runs out of memory", () => {
  it("is ended, and the next use has a new one", async () => {
    await keeper.use((engine) => engine.run("CREATE TABLE small AS SELECT 1 AS n"));
    const huge =
      "CREATE TABLE big AS SELECT range AS n, repeat('x', 500) || range AS t FROM range(2000000)";
    await expect(keeper.use((engine) => engine.execute(huge))).rejects.toBeInstanceOf(EngineLost);
    expect(await keeper.use((engine) => engine.run("SELECT 42 AS n"))).toEqual([{ n: 42 }]);
    expect(keeper.generation()).toBe(2);
  }, 60_000);

  it("stays through ordinary errors", async () => {
    for (const sql of ["SELECT nothing", "SELECT 'out of memory'::INTEGER"]) {
      await expect(keeper.use((engine) => engine.run(sql))).rejects.not.toBeInstanceOf(EngineLost);
    }
    expect(keeper.generation()).toBe(2);
  });
});

it("tries again after a start that failed", async () => {
  const boot = vi
    .fn<() => Promise<Engine>>()
    .mockRejectedValueOnce(new Error("offline"))
    .mockRejectedValueOnce(new Error("again"));
  const broken = keepEngine(boot);
  await expect(broken.engine()).rejects.toThrow("offline");
  await expect(broken.engine()).rejects.toThrow("again");
  expect(boot).toHaveBeenCalledTimes(2);
});
