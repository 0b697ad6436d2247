import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { cpuOf, cpuSeconds } from "./cpu.ts";

test("finds the times behind a command with brackets and spaces", () => {
  const stat = "812 (work (er) d) S 1 812 812 0 -1 4194304 9 0 0 0 1250 250 0 0 20 0 1 0 5 6 7";
  expect(cpuSeconds(stat)).toBe(15);
});

test.runIf(existsSync("/proc/self/stat"))("grows with work", () => {
  const before = cpuOf(process.pid);
  const { user } = process.cpuUsage();
  while (process.cpuUsage().user - user < 120_000) Math.sqrt(before);
  expect(cpuOf(process.pid) - before).toBeGreaterThan(0.08);
});
