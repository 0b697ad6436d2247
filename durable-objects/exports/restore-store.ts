import type { RestoreFaultKind } from "#domain/exports/restore-model.ts";
import type { RestoreOrder } from "#worker/platform/exports/restore-rpc.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import type { Storage } from "./job-store.ts";

export const RESTORE_PHASES = [
  "claiming",
  "tables",
  "counting",
  "boards",
  "files",
  "opening",
  "undoing",
] as const;

/** Where a restoration stands. */
export interface RestoreJob {
  order: RestoreOrder;
  phase: (typeof RESTORE_PHASES)[number];
  tenant: TenantRef | null;
  /** Tables in the order in which they are written. */
  tables: string[];
  index: number;
  part: number;
  /** Lines of the part under way that are done with. */
  line: number;
  done: number;
  total: number;
  failures: number;
  /** Why it is taken back; null when it was cancelled. */
  fault: { kind: RestoreFaultKind; place: string } | null;
}

export function newRestore(order: RestoreOrder): RestoreJob {
  return {
    order,
    phase: "claiming",
    tenant: null,
    tables: [],
    index: 0,
    part: 0,
    line: 0,
    done: 0,
    total: 0,
    failures: 0,
    fault: null,
  };
}

/** Creates what is missing. Safe on every start. */
export function prepareRestores(storage: Storage): void {
  storage.run(
    "CREATE TABLE IF NOT EXISTS restore (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), body TEXT NOT NULL)",
  );
}

export function readRestoreJob(storage: Storage): RestoreJob | null {
  const row = storage.all<{ body: string }>("SELECT body FROM restore")[0];
  return row ? (JSON.parse(row.body) as RestoreJob) : null;
}

export function writeRestoreJob(storage: Storage, job: RestoreJob): void {
  const sql = "INSERT OR REPLACE INTO restore (only_row, body) VALUES (1, ?)";
  storage.run(sql, JSON.stringify(job));
}
