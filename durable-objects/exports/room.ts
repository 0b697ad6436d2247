import { DurableObject } from "cloudflare:workers";
import type { Progress } from "#domain/exports/model.ts";
import { endExport } from "#worker/features/exports/end-export.ts";
import { systemClock } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";
import { archiveSink } from "#worker/platform/exports/archive-store.ts";
import type { ExportOrder, ExportRpc } from "#worker/platform/exports/rpc.ts";
import { unstage } from "#worker/platform/exports/stage.ts";
import { log } from "#worker/platform/log.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { roomName } from "#worker/platform/tenant.ts";
import { step } from "./steps.ts";
import { faultOf, retryDelay } from "./faults.ts";
import { objectJobs, type JobStorage } from "./job-storage.ts";
import {
  forgetJob,
  newJob,
  prepareJobs,
  progressOf,
  readJob,
  writeJob,
  type Job,
} from "./job-store.ts";
import { exportWorld } from "./world.ts";

/** One alarm works so long before it hands over to the next, so that neither time nor processor runs out. */
const TURN_MS = 5_000;
/** Failures of one step, with growing waits between them, after which the export fails: about ten minutes. */
const MAX_FAILURES = 8;
const TELL_MS = 500;

/** One per organization: makes its exports, one at a time, whatever interrupts it. */
export class ExportRoom extends DurableObject<Env> implements ExportRpc {
  readonly #storage: JobStorage;
  #told = 0;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#storage = objectJobs(ctx.storage);
    prepareJobs(this.#storage);
  }

  async begin(tenant: TenantRef, order: ExportOrder): Promise<void> {
    this.#own(tenant);
    const job = readJob(this.#storage);
    // The order before it ended elsewhere: what is left of it is nobody's.
    if (job && job.order.id !== order.id) await this.#discard(tenant, job);
    if (readJob(this.#storage)?.order.id !== order.id) writeJob(this.#storage, newJob(order));
    await this.ctx.storage.setAlarm(Date.now());
  }

  async cancel(tenant: TenantRef, exportId: string): Promise<void> {
    this.#own(tenant);
    const job = readJob(this.#storage);
    if (job?.order.id === exportId) await this.#discard(tenant, job);
  }

  async progress(tenant: TenantRef, exportId: string): Promise<Progress | null> {
    this.#own(tenant);
    const job = readJob(this.#storage);
    return job?.order.id === exportId ? progressOf(job) : null;
  }

  async erase(tenant: TenantRef): Promise<void> {
    if (this.#tenant()) this.#own(tenant);
    const job = readJob(this.#storage);
    // What was uploaded of an archive is in no list of files yet.
    if (job) await this.#discard(tenant, job);
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    prepareJobs(this.#storage);
  }

  override async alarm(): Promise<void> {
    const tenant = this.#tenant();
    if (!tenant) return;
    const until = Date.now() + TURN_MS;
    while (Date.now() < until) {
      const job = readJob(this.#storage);
      if (!job) return;
      const wait = await this.#step(tenant, job);
      if (wait === null) return;
      if (wait > 0) return this.ctx.storage.setAlarm(Date.now() + wait);
    }
    if (readJob(this.#storage)) await this.ctx.storage.setAlarm(Date.now());
  }

  /** @returns milliseconds to wait before the next step; null when there is none. */
  async #step(tenant: TenantRef, job: Job): Promise<number | null> {
    try {
      const made = await step(exportWorld(this.env, tenant, this.#storage, job.order.id), job);
      await this.#tell(tenant, made !== null);
      if (!made) return 0;
      // Cancelled while the last part was on its way: the archive that came of it is nobody's.
      if (!this.#storage.isCurrent(job)) {
        await archiveSink(this.env, tenant, job.order.id).discard(null);
        return null;
      }
      await endExport(this.env, tenant, job.order, { state: "ready", ...made });
      if (this.#storage.isCurrent(job)) forgetJob(this.#storage);
      return null;
    } catch (error) {
      return this.#failed(tenant, job, error);
    }
  }

  async #failed(tenant: TenantRef, job: Job, error: unknown): Promise<number | null> {
    const { organizationId } = tenant;
    const now = readJob(this.#storage);
    if (!now || !this.#storage.isCurrent(job)) return null;
    const failures = now.failures + 1;
    const exportId = job.order.id;
    log("warn", "export.step_failed", {
      organizationId,
      exportId,
      phase: job.phase,
      failures,
      error: String(error),
    });
    writeJob(this.#storage, { ...now, failures });
    if (failures < MAX_FAILURES) return retryDelay(failures);
    try {
      await endExport(this.env, tenant, job.order, { state: "failed", fault: faultOf(job, error) });
      await this.#discard(tenant, now);
      return null;
    } catch (again) {
      log("error", "export.not_ended", { organizationId, exportId, error: String(again) });
      return retryDelay(MAX_FAILURES);
    }
  }

  /** Forgets a job first, so that a step under way comes to nothing, then what it wrote. */
  async #discard(tenant: TenantRef, job: Job): Promise<void> {
    forgetJob(this.#storage);
    const world = exportWorld(this.env, tenant, this.#storage, job.order.id);
    const board = job.board && job.staged?.boards[job.index];
    await archiveSink(this.env, tenant, job.order.id).discard(job.uploadId);
    await unstage(this.env, tenant);
    if (board) await world.boards.drop(board.id);
  }

  /** Tells open pages how far it is, twice a second at most. Lost progress is no loss. */
  async #tell(tenant: TenantRef, done: boolean): Promise<void> {
    const now = systemClock.now();
    const job = readJob(this.#storage);
    if (!job || done || now - this.#told < TELL_MS) return;
    this.#told = now;
    const outbox = this.env.OUTBOX_ROOM.getByName(roomName(tenant, "outbox"));
    const about = { topic: "exports", id: job.order.id, ...progressOf(job) } as const;
    await outbox.tellProgress(tenant, "identity.own", about).catch(() => undefined);
  }

  #tenant(): TenantRef | null {
    const row = this.#storage.all<{ tenant: string }>("SELECT tenant FROM owner")[0];
    return row ? (JSON.parse(row.tenant) as TenantRef) : null;
  }

  /** The first organization to call owns the object; another one is refused, whatever went wrong before it. */
  #own(tenant: TenantRef): void {
    const owner = this.#tenant();
    if (!owner) {
      const sql = "INSERT INTO owner (only_row, tenant) VALUES (1, ?)";
      return this.#storage.run(sql, JSON.stringify(tenant));
    }
    if (owner.organizationId !== tenant.organizationId)
      throw new Error("These exports belong to another organization");
  }
}
