import { attempt } from "./attempt.ts";
import type { WebhookDeps } from "./core.ts";

/** Calls at a time: the platform lets an object have six connections that wait for an answer. */
const SLOTS = 5;
/** Of those, for receivers that fail: they are the slow ones, and must not keep the others waiting. */
const SLOTS_FOR_FAILING = 3;
const HOLD_MS = 15_000;

/** Calls to receivers that run side by side: one at a time for each webhook, so that its events leave in order. */
export interface Pool {
  /** Starts whatever is due and has a slot, and goes on until `until` (UTC milliseconds) as slots become free. */
  fill(until: number): void;
  /** Resolves when nothing runs. */
  idle(): Promise<void>;
}

/** A pool over the object's world. */
export function createPool(deps: WebhookDeps): Pool {
  const running = new Map<string, { failing: boolean; done: Promise<void> }>();

  function next(): { id: string; failing: boolean } | undefined {
    const failing = [...running.values()].filter((one) => one.failing).length;
    const free = (one: { id: string; failing: boolean }) =>
      !running.has(one.id) && (!one.failing || failing < SLOTS_FOR_FAILING);
    return deps.store.ready(deps.now()).find(free);
  }

  async function run(id: string, until: number): Promise<void> {
    try {
      await attempt(deps, id);
    } catch (error) {
      deps.failed("attempt", error);
      held(id);
    }
    running.delete(id);
    try {
      fill(until);
    } catch (error) {
      deps.failed("fill", error);
    }
  }

  /** The database was away: the webhook is looked at again, and others go on. */
  function held(id: string): void {
    try {
      deps.store.hold(id, deps.now() + HOLD_MS);
    } catch (error) {
      deps.failed("hold", error);
    }
  }

  function fill(until: number): void {
    while (running.size < SLOTS && deps.now() < until) {
      const one = next();
      if (!one) return;
      const slot = { failing: one.failing, done: Promise.resolve() };
      running.set(one.id, slot);
      slot.done = run(one.id, until);
    }
  }

  return {
    fill,
    async idle() {
      while (running.size > 0) await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}
