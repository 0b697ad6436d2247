import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { EVENTS } from "./board-events.ts";
import { play, sumUp } from "./board-play.ts";
import { tenantDatabase } from "./d1.ts";
import { PINNED } from "./pinned.ts";

// Many tabs, the board's own object, D1's own tables, and every fault of docs/boards.md, by seed. More with
// `npm run fuzz:boards -- --seeds 10000`, one alone with `-- --seed 7`.
const { runs, seed, enough } = inject("fuzz");
const SEEDS = runs ?? 500;
/** Worlds that share one database: each has a board of its own there. */
const TOGETHER = 50;
/** More failures than this say nothing new. */
const ENOUGH = enough ?? 20;

beforeEach(() => void vi.spyOn(console, "warn").mockReturnValue());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test(
  "the ten properties of boards hold, whatever happens on the way",
  { timeout: 7_200_000 },
  async ({ task }) => {
    const more = Array.from({ length: SEEDS }, (_, i) => i).filter((one) => !PINNED.includes(one));
    const seeds = seed === null ? [...PINNED, ...more] : [seed];
    const failures: string[] = [];
    const counts: Record<string, number>[] = [];
    let database = tenantDatabase(testId("org", 1));
    for (const [done, one] of seeds.entries()) {
      if (done > 0 && done % TOGETHER === 0) database = tenantDatabase(testId("org", 1));
      if (runs !== null && done > 0 && done % 100 === 0) {
        console.log(`${done} of ${seeds.length} seeds, ${failures.length} failed`);
      }
      vi.useFakeTimers({ now: new Date("2026-11-21T10:00:00.000Z") });
      try {
        counts.push(await play(one, database));
      } catch (error) {
        const failure = `seed ${one}: ${error instanceof Error ? error.message : String(error)}`;
        failures.push(failure);
        if (runs !== null) console.log(failure);
        // What the broken world left behind is no matter of the next one.
        database = tenantDatabase(testId("org", 1));
      }
      vi.useRealTimers();
      if (failures.length === ENOUGH) break;
    }
    const figures = sumUp(counts);
    task.meta.figures = figures;
    expect(failures).toEqual([]);
    if (seed !== null) return;
    // A fault that never happened has shown nothing.
    const shown = [
      ...EVENTS.map(([name]) => name),
      "undone",
      "acknowledged",
      "ranked anew",
      "held",
      "told",
    ];
    expect(shown.filter((name) => !figures[name])).toEqual([]);
  },
);
