import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { quiet } from "#worker/platform/testing-quiet.ts";
import { KINDS, play, type Played } from "./testing-play.ts";
import { signUp } from "./testing.ts";

// Two tabs, a bad network and thieves, interleaved by seed. More with `npm run fuzz:sessions -- --runs 1000`.
const { runs, seed } = inject("fuzz");
const RUNS = runs ?? 40;
/** Seeds that once failed, kept for good. */
const PINNED: readonly number[] = [];

beforeEach(() => {
  quiet();
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function sumUp(played: readonly Played[]): Record<string, number> {
  const count = (test: (one: Played) => boolean) => played.filter(test).length;
  return {
    seeds: played.length,
    ...Object.fromEntries(KINDS.map((kind) => [kind, count((one) => one.kind === kind)])),
    refreshes: played.reduce((sum, one) => sum + one.refreshes, 0),
    "ended by reuse": count((one) => one.end === "reused"),
    "signed out": count((one) => one.end === "signed out"),
    expired: count((one) => one.end === "expired"),
    alive: count((one) => one.end === "alive"),
    "thefts that were used": count((one) => one.stolen),
  };
}

describe("refreshing under two tabs, lost answers and thefts", () => {
  it(
    "ends a session for theft alone, and never lets thief and victim go on together",
    { timeout: 3_600_000 },
    async ({ task }) => {
      vi.setSystemTime("2026-11-21T09:59:00.000Z");
      const { form, me } = await signUp();
      const account = { userId: me.person.id, email: form.email, password: form.password };
      const seeds =
        seed === null ? [...PINNED, ...Array.from({ length: RUNS }, (_, at) => at)] : [seed];
      const played: Played[] = [];
      for (const one of seeds) {
        played.push(await play(one, account));
        if (played.length % 100 === 0) console.log(`${played.length} of ${seeds.length} seeds`);
      }
      task.meta.figures = sumUp(played);
      if (seed !== null) return;
      expect(new Set(played.map((one) => one.kind)).size).toBe(KINDS.length);
      expect(
        played.filter((one) => one.kind === "theft" && one.end === "reused").length,
      ).toBeGreaterThan(0);
      expect(
        played.filter((one) => one.kind === "honest" && one.end === "alive").length,
      ).toBeGreaterThan(0);
    },
  );
});
