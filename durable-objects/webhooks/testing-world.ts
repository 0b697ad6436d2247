import { Webhook } from "standardwebhooks";
import { chance } from "#domain/testing-chance.ts";
import { newWebhookSecret } from "#worker/platform/outbound/sign.ts";
import { settlePauses } from "./attempt.ts";
import type { OutboxRow, WebhookDeps } from "./core.ts";
import { createPool } from "./pool.ts";
import { webhookStore } from "./store.ts";
import { takeUp } from "./take-up.ts";
import { memorySql, outboxRow, webhookRow } from "./testing.ts";

/** A webhook as the database has it, and its receiver. */
export interface TestReceiver {
  id: string;
  secret: string;
  active: boolean;
  deleted: boolean;
  /** What it answers; given what it has been sent so far. */
  answer: () => { status: number | null; retryAfter?: number; takes?: number };
  /** What arrived: the event's place in the outbox, the message id, and the answer. */
  got: { seq: number; id: string; status: number | null; wasActive: boolean }[];
}

const START = Date.parse("2026-11-24T09:00:00.000Z");
const SHIFT_MS = 60_000;

class Crash extends Error {}

/**
 * A whole world around the object's core: a database with an outbox, receivers, a clock, and an object that can be cut off
 * anywhere. What it keeps is in real SQLite and survives; everything else is gone.
 */
export function createWorld(seed: number) {
  const luck = chance(seed);
  const sql = memorySql();
  const rows: OutboxRow[] = [];
  const receivers = new Map<string, TestReceiver>();
  const pauses: string[] = [];
  const world = { now: START, crashes: 0, databaseFails: 0, life: 0, newsSince: 0 };
  let ids = 0;

  /** The object as it lives until it is cut off: nothing of it reaches the store afterwards. */
  function live(): WebhookDeps {
    const life = (world.life += 1);
    const alive = () => {
      if (world.life !== life) throw new Crash();
    };
    const maybeCrash = () => {
      alive();
      if (!luck.happens(world.crashes)) return;
      world.life += 1;
      throw new Crash();
    };
    const real = webhookStore(sql);
    const store = new Proxy(real, {
      get: (target, name) =>
        function guarded(...given: unknown[]) {
          alive();
          return Reflect.apply(Reflect.get(target, name) as () => unknown, target, given);
        },
    });
    const database = async <T>(read: () => T): Promise<T> => {
      await Promise.resolve();
      maybeCrash();
      if (luck.happens(world.databaseFails)) throw new Error("D1 is away");
      return read();
    };
    return {
      store,
      organizationId: () => "org_1",
      now: () => world.now,
      random: () => luck.next(),
      newId: () => `msg_${String((ids += 1)).padStart(6, "0")}`,
      read: (seq, limit) => database(() => rows.filter((row) => row.seq > seq).slice(0, limit)),
      start: () =>
        database(() => {
          const first = rows.find((row) => row.entity === "webhook");
          return first ? { after: first.seq - 1, newsSince: world.newsSince } : null;
        }),
      receiver: (id) =>
        database(() => {
          const one = receivers.get(id);
          if (!one || one.deleted) return null;
          return { active: one.active, url: `https://${id}.example.com/`, secrets: [one.secret] };
        }),
      async post({ url, headers, body }) {
        const one = receivers.get(new URL(url).hostname.split(".")[0] ?? "");
        if (!one) throw new Error(`Nobody is at ${url}`);
        maybeCrash();
        const { status, retryAfter = null, takes = luck.upTo(500) } = one.answer();
        await Promise.resolve();
        // The library's clock is the machine's, so the time that was signed is held against ours here.
        const sent = Number(headers["webhook-timestamp"]) * 1000;
        if (Math.abs(sent - world.now) > SHIFT_MS) throw new Error("The timestamp is not of now");
        const signed = new Webhook(one.secret).sign(
          headers["webhook-id"] ?? "",
          new Date(sent),
          body,
        );
        if (signed !== headers["webhook-signature"]) throw new Error("The signature does not hold");
        const { sequence } = JSON.parse(body) as { sequence: number };
        const id = headers["webhook-id"] ?? "";
        one.got.push({ seq: sequence, id, status, wasActive: one.active && !one.deleted });
        world.now += takes;
        maybeCrash();
        const error = status === null ? ("timeout" as const) : null;
        return { status, error, answer: "thanks", retryAfter };
      },
      pause: ({ id }) =>
        database(() => {
          const one = receivers.get(id);
          if (!one?.active || one.deleted) return;
          one.active = false;
          pauses.push(id);
          commit(webhookRow(0, id, { type: "webhook.paused", state: "paused" }));
        }),
      changed: () => undefined,
      failed: (_what, error) => {
        if (error instanceof Crash || String(error).includes("D1 is away")) return;
        throw error;
      },
    };
  }

  function commit(row: OutboxRow): number {
    const seq = rows.length + 1;
    rows.push({ ...row, seq, at: new Date(world.now).toISOString() });
    return seq;
  }

  let deps = live();

  return {
    sql,
    world,
    rows,
    receivers,
    pauses,
    luck,
    store: webhookStore(sql),
    commit: (over: Partial<OutboxRow> = {}) => commit(outboxRow(0, over)),
    addWebhook(id: string, over: { types?: string[]; permissions?: string[] } = {}): TestReceiver {
      const one: TestReceiver = {
        id,
        secret: newWebhookSecret(),
        active: true,
        deleted: false,
        answer: () => ({ status: 200 }),
        got: [],
      };
      receivers.set(id, one);
      commit(webhookRow(0, id, over));
      return one;
    },
    /** Changes a webhook as a verb does: its row and its event in one batch. */
    change(id: string, type: "paused" | "resumed" | "deleted", over: { types?: string[] } = {}) {
      const one = receivers.get(id);
      if (!one) return;
      one.active = type === "resumed";
      one.deleted ||= type === "deleted";
      const state = one.active ? "active" : "paused";
      commit(webhookRow(0, id, { type: `webhook.${type}`, state, ...over }));
    },
    /** The alarm, once. @returns false when it was cut off. */
    async wake(): Promise<boolean> {
      if (world.life === 0 || luck.happens(0.2)) deps = live();
      const life = world.life;
      const pool = createPool(deps);
      try {
        await takeUp(deps).catch((error: unknown) => deps.failed("take_up", error));
        await settlePauses(deps);
        pool.fill(world.now + SHIFT_MS);
        await pool.idle();
        await settlePauses(deps);
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
      }
      if (world.life === life) return true;
      deps = live();
      return false;
    },
  };
}
