import { DurableObject } from "cloudflare:workers";
import { RestoreFault } from "#domain/exports/restore-model.ts";
import { failRestore } from "#worker/features/exports/end-restore.ts";
import type { Env } from "#worker/platform/env.ts";
import { chunkReader } from "#worker/platform/exports/chunks.ts";
import { takeBack } from "#worker/platform/exports/claim.ts";
import { openArchive, type OpenArchive } from "#worker/platform/exports/open-archive.ts";
import type { RestoreOrder, RestoreRpc } from "#worker/platform/exports/restore-rpc.ts";
import { log } from "#worker/platform/log.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { retryDelay } from "./faults.ts";
import { objectJobs, type JobStorage } from "./job-storage.ts";
import { restoreStep } from "./restore-steps.ts";
import {
  newRestore,
  prepareRestores,
  readRestoreJob,
  writeRestoreJob,
  type RestoreJob,
} from "./restore-store.ts";

const TURN_MS = 5_000;
const MAX_FAILURES = 8;

/** One per restored organization: makes it out of an archive, whole or not at all. */
export class RestoreRoom extends DurableObject<Env> implements RestoreRpc {
  readonly #storage: JobStorage;
  #archive: OpenArchive | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#storage = objectJobs(ctx.storage);
    prepareRestores(this.#storage);
  }

  async begin(order: RestoreOrder): Promise<void> {
    const job = readRestoreJob(this.#storage);
    if (job && job.order.id !== order.id) throw new Error("Another restoration made this one");
    if (!job) writeRestoreJob(this.#storage, newRestore(order));
    await this.ctx.storage.setAlarm(Date.now());
  }

  async cancel(order: RestoreOrder): Promise<void> {
    const job = readRestoreJob(this.#storage) ?? newRestore(order);
    if (job.order.id !== order.id) throw new Error("Another restoration made this one");
    writeRestoreJob(this.#storage, { ...job, phase: "undoing", failures: 0, fault: null });
    await this.ctx.storage.setAlarm(Date.now());
  }

  async progress(): Promise<{ done: number; total: number } | null> {
    const job = readRestoreJob(this.#storage);
    return job && { done: job.done, total: job.total };
  }

  async erase(tenant: TenantRef): Promise<void> {
    const job = readRestoreJob(this.#storage);
    if (job && job.order.organizationId !== tenant.organizationId)
      throw new Error("This restoration belongs to another organization");
    // It is this object that takes everything back, and forgets itself last.
    if (job?.phase === "undoing") return;
    await this.#forget();
  }

  override async alarm(): Promise<void> {
    const until = Date.now() + TURN_MS;
    while (Date.now() < until) {
      const job = readRestoreJob(this.#storage);
      if (!job) return;
      const wait = job.phase === "undoing" ? await this.#undo(job) : await this.#step(job);
      if (wait === null) return;
      if (wait > 0) return this.ctx.storage.setAlarm(Date.now() + wait);
    }
    await this.ctx.storage.setAlarm(Date.now());
  }

  async #step(job: RestoreJob): Promise<number | null> {
    const { organizationId, size } = job.order;
    try {
      this.#archive ??= await openArchive(chunkReader(this.env, organizationId, size), size);
      const next = await restoreStep({ env: this.env, job, archive: this.#archive });
      // Cancelled meanwhile: what the step wrote is taken back with the rest.
      if (readRestoreJob(this.#storage)?.phase !== job.phase) return 0;
      if (next) writeRestoreJob(this.#storage, { ...next, failures: 0 });
      else await this.#forget();
      return next ? 0 : null;
    } catch (error) {
      return this.#failed(job, error);
    }
  }

  #failed(job: RestoreJob, error: unknown): number {
    const now = readRestoreJob(this.#storage);
    if (now?.phase !== job.phase) return 0;
    const { id, organizationId } = job.order;
    const failures = now.failures + 1;
    const about = { organizationId, restoreId: id, phase: job.phase, failures };
    log("warn", "restore.step_failed", { ...about, error: String(error) });
    const fault =
      error instanceof RestoreFault
        ? { kind: error.kind, place: error.place }
        : failures >= MAX_FAILURES
          ? { kind: "unknown" as const, place: job.phase }
          : null;
    if (!fault) {
      writeRestoreJob(this.#storage, { ...now, failures });
      return retryDelay(failures);
    }
    writeRestoreJob(this.#storage, { ...now, phase: "undoing", failures: 0, fault });
    return 0;
  }

  /** Takes everything back, tells why, and forgets itself: in this order, so that nothing is left to nobody. */
  async #undo(job: RestoreJob): Promise<number | null> {
    const { id, organizationId } = job.order;
    try {
      await takeBack(this.env, organizationId);
      const { fault } = job;
      if (fault) await failRestore(this.env, id, new RestoreFault(fault.kind, fault.place));
      await this.#forget();
      return null;
    } catch (error) {
      const failures = job.failures + 1;
      log("error", "restore.not_undone", { organizationId, restoreId: id, error: String(error) });
      writeRestoreJob(this.#storage, { ...job, failures });
      return retryDelay(failures);
    }
  }

  async #forget(): Promise<void> {
    this.#archive = null;
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    prepareRestores(this.#storage);
  }
}
