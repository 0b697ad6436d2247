import type { EXPORT_FAULTS } from "#domain/exports/model.ts";
import type { Job } from "./job-store.ts";

/** Milliseconds before the next attempt: doubling from a second to two minutes. */
export function retryDelay(failures: number): number {
  return Math.min(1000 * 2 ** (failures - 1), 120_000);
}

/** What a person can be told of a failure: where it happened, never what the machine said. */
export function faultOf(job: Job, error: unknown): (typeof EXPORT_FAULTS)[number] {
  const text = String(error);
  if (/R2|upload|multipart|FILES/i.test(text)) return "storage";
  if (job.phase === "boards") return "board";
  if (job.phase === "preparing" || job.phase === "tables" || job.phase === "people")
    return "database";
  return job.phase === "files" ? "storage" : "unknown";
}
