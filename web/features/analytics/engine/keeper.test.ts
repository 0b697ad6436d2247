import { afterAll, describe, expect, it, vi } from "vitest";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import type { Engine } from "./engine.ts";
import { EngineLost, keepEngine, restoring } from "./keeper.ts";

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

const never = () => new Promise<never>(() => undefined);
const engineThat = (run: Engine["run"], ended: Promise<void> = never()) =>
  ({ run, ended, terminate: () => undefined, alive: () => true }) as unknown as Engine;

describe("an engine whose worker is killed", () => {
  it("keeps nobody waiting: what it was doing fails at once, and the next use has a new one", async () => {
    const first = Promise.withResolvers<void>();
    const boot = vi
      .fn<() => Promise<Engine>>()
      .mockResolvedValueOnce(engineThat(never, first.promise))
      .mockResolvedValue(engineThat(async () => [{ n: 1 }]));
    const killed = keepEngine(boot);
    const asked = killed.use((engine) => engine.run("SELECT 1"));
    first.resolve();
    await expect(asked).rejects.toMatchObject({ killed: true });
    expect(await killed.use((engine) => engine.run("SELECT 1"))).toEqual([{ n: 1 }]);
  });

  it("is replaced also when it was doing nothing", async () => {
    const first = Promise.withResolvers<void>();
    const boot = vi
      .fn<() => Promise<Engine>>()
      .mockResolvedValueOnce(engineThat(never, first.promise))
      .mockResolvedValue(engineThat(async () => []));
    const idle = keepEngine(boot);
    await idle.engine();
    first.resolve();
    await vi.waitFor(() => expect(idle.running()).toBe(false));
    await idle.use((engine) => engine.run("SELECT 1"));
    expect(idle.generation()).toBe(2);
  });

  it("has its tables made again before anybody reads them, and what was asked is asked once more", async () => {
    const first = Promise.withResolvers<void>();
    const boot = vi
      .fn<() => Promise<Engine>>()
      .mockResolvedValueOnce(engineThat(never, first.promise))
      .mockResolvedValue(engineThat(async () => [{ n: 2 }]));
    const raw = keepEngine(boot);
    const made: number[] = [];
    const kept = restoring(raw, async () => void made.push(raw.generation()));
    const asked = kept.use((engine) => engine.run("SELECT 2"));
    await vi.waitFor(() => expect(made).toEqual([1]));
    first.resolve();
    expect(await asked).toEqual([{ n: 2 }]);
    expect(made).toEqual([1, 2]);
  });

  it("is not asked again for what ran out of memory", async () => {
    const boot = vi
      .fn<() => Promise<Engine>>()
      .mockImplementation(async () =>
        engineThat(async () => Promise.reject(new Error("Out of Memory Error: x"))),
      );
    const full = restoring(keepEngine(boot), async () => undefined);
    await expect(full.use((engine) => engine.run("x"))).rejects.toMatchObject({ killed: false });
    expect(boot).toHaveBeenCalledTimes(1);
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
