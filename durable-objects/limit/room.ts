import { DurableObject } from "cloudflare:workers";
import type { Env } from "#worker/platform/env.ts";
import type { Allowance, LimitRpc } from "#worker/platform/limit/rpc.ts";
import { take } from "./window.ts";

const TIMES = "times";
/** So long after the first request of a busy time what was stored is looked at again, and forgotten when it is over. */
const SWEEP_MS = 120_000;

/** The requests of one person's last minute, wherever they come from. */
export class LimitRoom extends DurableObject<Env> implements LimitRpc {
  #times: number[] | undefined;
  #swept = false;

  async take(quota: number): Promise<Allowance> {
    this.#times ??= (await this.ctx.storage.get<number[]>(TIMES)) ?? [];
    const { allowed, times, remaining, reset } = take(this.#times, Date.now(), quota);
    this.#times = times;
    // Not waited for: a crash may forget the last few milliseconds, and no request waits for a disk.
    if (allowed) void this.ctx.storage.put(TIMES, times, { allowUnconfirmed: true });
    if (!this.#swept) {
      this.#swept = true;
      void this.ctx.storage.setAlarm(Date.now() + SWEEP_MS, { allowUnconfirmed: true });
    }
    return { allowed, quota, remaining, reset };
  }

  override async alarm(): Promise<void> {
    const times = this.#times ?? (await this.ctx.storage.get<number[]>(TIMES)) ?? [];
    this.#swept = false;
    if (times.some((time) => time > Date.now() - SWEEP_MS)) {
      this.#swept = true;
      await this.ctx.storage.setAlarm(Date.now() + SWEEP_MS);
    } else await this.ctx.storage.deleteAll();
  }
}
