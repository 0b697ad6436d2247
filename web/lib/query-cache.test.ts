import { QueryObserver } from "@tanstack/solid-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "./api-problem.ts";
import { createQueries, keepCopy, restoreCopy, type CopyStore } from "./query-cache.ts";

const DAY = 86_400_000;

function memory(): CopyStore & { values: Map<string, unknown> } {
  const values = new Map<string, unknown>();
  return {
    values,
    read: (key) => Promise.resolve(values.get(key)),
    write: (key, value) => Promise.resolve(values.set(key, structuredClone(value))),
  };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("the copy of the reads", () => {
  it("gives a new visit what the last one had read", async () => {
    const store = memory();
    const before = createQueries();
    keepCopy(before, store, "queries.a", () => 7);
    before.setQueryData(["clients"], { items: [1] });
    await vi.advanceTimersByTimeAsync(1_100);
    const after = createQueries();
    expect(await restoreCopy(after, store, "queries.a", Date.now())).toBe(7);
    expect(after.getQueryData(["clients"])).toEqual({ items: [1] });
  });

  it("belongs to one person in one organization", async () => {
    const store = memory();
    const before = createQueries();
    keepCopy(before, store, "queries.a", () => 7);
    before.setQueryData(["clients"], 1);
    await vi.advanceTimersByTimeAsync(1_100);
    const other = createQueries();
    await restoreCopy(other, store, "queries.b", Date.now());
    expect(other.getQueryData(["clients"])).toBeUndefined();
  });

  it("is dropped after seven days", async () => {
    const store = memory();
    const before = createQueries();
    keepCopy(before, store, "queries.a", () => 7);
    before.setQueryData(["clients"], 1);
    await vi.advanceTimersByTimeAsync(1_100);
    const after = createQueries();
    await restoreCopy(after, store, "queries.a", Date.now() + 8 * DAY);
    expect(after.getQueryData(["clients"])).toBeUndefined();
  });

  it("leaves out what must not stay on the device", async () => {
    const store = memory();
    const client = createQueries();
    keepCopy(client, store, "queries.a", () => 7);
    await client.prefetchQuery({
      queryKey: ["secret"],
      queryFn: () => "x",
      meta: { keep: false },
    });
    await vi.advanceTimersByTimeAsync(1_100);
    expect(JSON.stringify([...store.values.values()])).not.toContain("secret");
  });

  it("writes nothing more once it is stopped", async () => {
    const store = memory();
    const client = createQueries();
    const stop = keepCopy(client, store, "queries.a", () => 7);
    client.setQueryData(["clients"], 1);
    stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(store.values.size).toBe(0);
  });

  it("counts a store that fails as empty", async () => {
    const client = createQueries();
    const broken = { read: () => Promise.reject(new Error("no")), write: () => Promise.resolve() };
    await expect(restoreCopy(client, broken, "a", 0)).resolves.toBeNull();
  });
});

describe("retries of reads", () => {
  const retry = createQueries().getDefaultOptions().queries?.retry as (
    failures: number,
    error: Error,
  ) => boolean;

  it.each([
    [0, new ApiProblem("network.timeout", 0), true],
    [0, new ApiProblem("server.unavailable", 503), true],
    [2, new ApiProblem("server.unavailable", 503), false],
    [0, new ApiProblem("client.not_found", 404), false],
    [0, new Error("bug"), false],
  ])("after %i failures of %s: %s", (failures, error, again) => {
    expect(retry(failures, error)).toBe(again);
  });
});

describe("news during the first answer", () => {
  it("is read after it", async () => {
    const client = createQueries();
    const stored = { value: "before" };
    const query = {
      queryKey: ["history"],
      queryFn: async () => {
        const read = stored.value;
        await new Promise((resolve) => setTimeout(resolve, 50));
        return read;
      },
    };
    const observer = new QueryObserver(client, query);
    const stop = observer.subscribe(() => undefined);
    stored.value = "after";
    void client.invalidateQueries({ queryKey: ["history"] });
    await vi.advanceTimersByTimeAsync(200);
    expect(client.getQueryData(["history"])).toBe("after");
    stop();
  });
});
