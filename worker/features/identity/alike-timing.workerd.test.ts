import { afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { quiet } from "#worker/platform/testing-quiet.ts";
import { auc, unknown, ways, WAYS, type Way } from "./testing-alike.ts";

// By the clock: what alike.workerd.test.ts counts. More with `npm run check:timing`.
const { runs } = inject("fuzz");
const SAMPLES = runs ?? 24;
/** How far from one half the AUC may be: three and a half standard errors of the quick share, five of 400 samples. */
const BOUND = runs === null ? 0.3 : 0.1;

let all: Way[];
beforeAll(async () => {
  all = await ways();
});
beforeEach(() => quiet());
afterEach(() => void vi.restoreAllMocks());

describe("an address that has an account and one that has none", () => {
  it.for(WAYS)("are not told apart by time: %s", { timeout: 3_600_000 }, async (name, { task }) => {
    const found = all.find((one) => one.name === name);
    if (!found) throw new Error(`No way is called ${name}`);
    const { ask, known } = found;
    const times = { known: [] as number[], unknown: [] as number[] };
    const sample = async (kind: keyof typeof times) => {
      // An account is made before either, or what that leaves warm would tell them apart.
      const made = await known();
      const email = kind === "known" ? made : unknown();
      const started = performance.now();
      await (await ask(email)).text();
      times[kind].push(performance.now() - started);
    };
    await ask(unknown());
    // In pairs whose order is left to chance: whatever else the machine does slows both alike.
    for (let pair = 0; pair < SAMPLES; pair += 1) {
      const first = Math.random() < 0.5;
      await sample(first ? "known" : "unknown");
      await sample(first ? "unknown" : "known");
    }
    const share = auc(times.known, times.unknown);
    task.meta.figures = { [`AUC, ${name}`]: share };
    expect(Math.abs(share - 0.5)).toBeLessThan(BOUND);
  });
});

describe("the share of pairs", () => {
  it("is a half for equal samples, and 0 or 1 where one is always longer", () => {
    expect(auc([1, 2, 3], [1, 2, 3])).toBe(0.5);
    expect([auc([4, 5], [1, 2]), auc([1, 2], [4, 5])]).toEqual([1, 0]);
    expect(auc([1, 3], [2, 2])).toBe(0.5);
  });
});
