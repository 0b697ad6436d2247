import { z } from "zod";
import { idSchema } from "#domain/ids.ts";

export const ExportId = idSchema("exp");

/** `removed`: the archive is gone, by hand or by time. */
export const EXPORT_STATES = ["running", "ready", "failed", "cancelled", "removed"] as const;
export const ExportState = z.enum(EXPORT_STATES);

/** Why an export or a restoration came to nothing. Each has words that say what to do. */
export const EXPORT_FAULTS = ["storage", "database", "board", "unknown"] as const;

/** How far a job is. `total` is 0 until it is known. */
export const Progress = z.strictObject({
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  /** What is being written: tables, people, boards, files, or the end. */
  stage: z.enum(["preparing", "tables", "people", "boards", "files", "closing"]),
});
export type Progress = z.infer<typeof Progress>;

/** How long an archive is kept, in days. */
export const KEPT_DAYS = 7;

/** An export as its list shows it. Sizes in bytes, instants in UTC. */
export const ExportView = z.strictObject({
  id: ExportId,
  version: z.int().positive(),
  state: ExportState,
  startedBy: z.strictObject({ id: z.string(), name: z.string() }),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** When the archive goes by itself. */
  expiresAt: z.iso.datetime().nullable(),
  size: z.int().nonnegative().nullable(),
  rows: z.int().nonnegative().nullable(),
  files: z.int().nonnegative().nullable(),
  fault: z.enum(EXPORT_FAULTS).nullable(),
  /** While it runs. */
  progress: Progress.nullable(),
});
export type ExportView = z.infer<typeof ExportView>;
