import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { field, memoryOf } from "./memory.ts";

const ROLLUP = `55d0-7ffe ---p 00000000 00:00 0    [rollup]
Rss:               51200 kB
Pss:               40960 kB
Pss_Anon:          30000 kB
`;

test("reads the two sizes of a rollup", () => {
  expect(field(ROLLUP, "Rss")).toBe(51_200);
  expect(field(ROLLUP, "Pss")).toBe(40_960);
  expect(field("", "Pss")).toBe(0);
});

describe.runIf(existsSync("/proc/self/smaps_rollup"))("memory of processes", () => {
  test("counts the children too", async () => {
    const before = memoryOf(process.pid).pss;
    const child = spawn(process.execPath, [
      "-e",
      "const b = Buffer.alloc(8e7, 1); setInterval(() => b, 1e3); console.log(1)",
    ]);
    await once(child.stdout, "data");
    const { rss, pss } = memoryOf(process.pid);
    child.kill("SIGKILL");
    expect(pss - before).toBeGreaterThan(80);
    expect(rss).toBeGreaterThanOrEqual(pss);
  });

  test("of a process that is gone is nothing", () => {
    expect(memoryOf(4_194_303)).toEqual({ rss: 0, pss: 0 });
  });
});
