import { createRoot } from "solid-js";
import { afterAll, expect, it } from "vitest";
import { keepEngine } from "#web/features/analytics/engine/keeper.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { createQuery } from "./query-state.ts";

const keeper = keepEngine(() => nodeEngine("512MB"));
afterAll(() => keeper.use(async (engine) => engine.terminate()));

it("knows an answer that is not that of what was asked last: it failed, or was stopped", async () => {
  const query = createRoot(() => createQuery({ keeper }, () => undefined));
  await query.run("SELECT 1 AS n");
  expect([query.answer()?.rows, query.outlived()]).toEqual([[[1]], false]);
  await query.run("SELECT nothing");
  expect([query.answer()?.rows, query.error() !== undefined, query.outlived()]).toEqual([
    [[1]],
    true,
    true,
  ]);
  await query.run("SELECT 2 AS n");
  expect([query.answer()?.rows, query.outlived()]).toEqual([[[2]], false]);
  const going = query.run("SELECT count(*) FROM range(4000000) a, range(4000000) b");
  expect(query.outlived()).toBe(false);
  query.stop();
  await going;
  expect([query.stopped(), query.outlived()]).toEqual([true, true]);
});
