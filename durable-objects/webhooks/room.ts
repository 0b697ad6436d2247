import { DurableObject } from "cloudflare:workers";
import type { Delivery, DeliveryFilter } from "#domain/webhooks/deliveries.ts";
import type {
  Standings,
  StoredDelivery,
  WebhookRpc,
} from "#worker/features/webhooks/webhook-rpc.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import { TenantRef } from "#worker/platform/tenant-ref.ts";
import { settlePauses } from "./attempt.ts";
import type { WebhookDeps } from "./core.ts";
import {
  listDeliveries,
  readDelivery,
  replayDelivery,
  replayFailed,
  standingsOf,
} from "./delivery-log.ts";
import { createPool, type Pool } from "./pool.ts";
import { prepare, sqlOf, type Sql } from "./sql.ts";
import { takeUp } from "./take-up.ts";
import { testDelivery } from "./test-delivery.ts";
import { webhookDeps } from "./world.ts";

const OWNER = "tenant";
/** Calls are begun for so long in one alarm; the next one goes on. */
const SHIFT_MS = 60_000;
/** An alarm that was cut off, as by a kill, is made up for by this one; the one that ends in order takes its place. */
const SAFETY_MS = 15_000;
const AGAIN_MS = 10_000;

/**
 * One per organization: reads its outbox, sends to its webhooks, keeps the log. Everything is done in the alarm, which
 * outlives evictions and is repeated after a crash; a poke only sets it.
 */
export class WebhookRoom extends DurableObject<Env> implements WebhookRpc {
  readonly #sql: Sql;
  readonly #deps: WebhookDeps;
  readonly #pool: Pool;
  /** Until when the alarm that runs begins calls; null while none runs. */
  #until: number | null = null;
  #poked = false;
  /** The database could not be read: it is asked again soon. */
  #again = false;
  #erased = false;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = prepare(sqlOf(ctx.storage));
    const defer = (work: Promise<unknown>) => ctx.waitUntil(work);
    this.#deps = webhookDeps(env, this.#sql, () => this.#tenant(), defer);
    this.#pool = createPool(this.#deps);
  }

  async poke(tenant: TenantRef): Promise<void> {
    this.#own(tenant);
    await this.#begin();
  }

  async standings(tenant: TenantRef): Promise<Standings> {
    this.#own(tenant);
    return standingsOf(this.#sql);
  }

  async list(
    tenant: TenantRef,
    filter: DeliveryFilter,
    before: string | null,
    limit: number,
  ): Promise<Delivery[]> {
    this.#own(tenant);
    return listDeliveries(this.#sql, filter, before, limit);
  }

  async read(tenant: TenantRef, id: string): Promise<StoredDelivery | null> {
    this.#own(tenant);
    return readDelivery(this.#sql, id);
  }

  async replay(tenant: TenantRef, id: string): Promise<void> {
    this.#own(tenant);
    replayDelivery(this.#sql, id, this.#deps.now());
    await this.#begin();
  }

  async replayFailed(tenant: TenantRef, webhook: string, since: string): Promise<number> {
    this.#own(tenant);
    const count = replayFailed(this.#sql, webhook, Date.parse(since), this.#deps.now());
    await this.#begin();
    return count;
  }

  async sendTest(
    tenant: TenantRef,
    webhook: string,
    actor: { id: string; name: string },
  ): Promise<string> {
    this.#own(tenant);
    // The webhook may be younger than the last look at the outbox, which is where it is known from.
    await takeUp(this.#deps);
    const delivery = testDelivery(this.#deps, webhook, actor);
    this.#deps.store.add(delivery);
    await this.#begin();
    return delivery.id;
  }

  async erase(tenant: TenantRef): Promise<void> {
    if (!this.#erased) this.#mustBe(tenant);
    this.#erased = true;
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }

  override async alarm(): Promise<void> {
    if (this.#erased || !this.#held()) return;
    const deps = this.#deps;
    const now = deps.now();
    this.#until = now + SHIFT_MS;
    await this.ctx.storage.setAlarm(Date.now() + SAFETY_MS);
    try {
      do {
        this.#poked = false;
        await takeUp(deps).catch((error: unknown) => this.#lookAgain(error));
        await settlePauses(deps);
        this.#pool.fill(this.#until);
        await this.#pool.idle();
        await settlePauses(deps);
      } while (this.#poked && deps.now() < this.#until);
      deps.store.purge(deps.now());
    } finally {
      this.#until = null;
      if (!this.#erased) await this.#plan();
    }
  }

  /** The database is away: what it holds is taken up later. */
  #lookAgain(error: unknown): void {
    this.#deps.failed("take_up", error);
    this.#again = true;
  }

  /** Wakes the object now, or lets the alarm that runs take up what came. */
  async #begin(): Promise<void> {
    this.#poked = true;
    const until = this.#until;
    if (until === null) return this.ctx.storage.setAlarm(Date.now());
    await takeUp(this.#deps).catch((error: unknown) => this.#lookAgain(error));
    this.#pool.fill(until);
  }

  /** Wakes the object when something is to be done next. Its clock may be ahead of the alarms' in a drill. */
  async #plan(): Promise<void> {
    const next = this.#deps.store.nextAt();
    const wait = next === null ? null : Math.max(0, next - this.#deps.now());
    const again = this.#again ? AGAIN_MS : null;
    this.#again = false;
    const waits = [wait, again, this.#poked ? 0 : null].filter((one) => one !== null);
    if (waits.length === 0) await this.ctx.storage.deleteAlarm();
    else await this.ctx.storage.setAlarm(Date.now() + Math.min(...waits));
  }

  #held(): TenantRef | null {
    const [row] = this.#sql
      .exec<{ value: string }>("SELECT value FROM state WHERE name = ?", OWNER)
      .toArray();
    return row ? TenantRef.parse(JSON.parse(row.value)) : null;
  }

  /** The first organization to call owns the object; another one is refused, whatever went wrong before it. */
  #own(tenant: TenantRef): void {
    if (this.#erased) throw new Error("This object's organization was deleted");
    if (this.#held()) return this.#mustBe(tenant);
    const put = "INSERT INTO state (name, value) VALUES (?, ?)";
    this.#sql.exec(put, OWNER, JSON.stringify(tenant));
  }

  #mustBe(tenant: TenantRef): void {
    const owner = this.#held();
    if (owner && owner.organizationId !== tenant.organizationId) {
      log("error", "webhooks.tenant_mismatch", { organizationId: tenant.organizationId });
      throw new Error("These webhooks belong to another organization");
    }
  }

  #tenant(): TenantRef {
    return this.#held() ?? fail();
  }
}

function fail(): never {
  throw new Error("These webhooks have no organization yet");
}
