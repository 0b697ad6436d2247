import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { killRounds } from "#bench/kill/rounds.ts";

// The server is killed with SIGKILL, Node and workerd together, while people are at work: what was acknowledged is
// there afterwards, once each. More with `npm run kill:boards -- --rounds 50`.
test("nothing acknowledged is lost, doubled or half done when the server is killed under eight writers", async () => {
  const state = mkdtempSync(join(tmpdir(), "aetheria-kill-"));
  const outcome = await killRounds({ state, rounds: 2, writers: 8 }, () => undefined);
  rmSync(state, { recursive: true, force: true });
  expect(outcome.problems).toEqual([]);
  expect(outcome.rounds.map(({ problems }) => problems)).toEqual([[], []]);
  expect(outcome.applied).toBeGreaterThan(300);
}, 240_000);
