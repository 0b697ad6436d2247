import { z } from "zod";
import { idSchema } from "#domain/ids.ts";

export const RestoreId = idSchema("rst");

export const RestoreState = z.enum(["receiving", "running", "done", "failed", "cancelled"]);

/** Bytes of one chunk of an archive; only the last is shorter. As base64 in JSON it stays below 1 MiB. */
export const CHUNK_BYTES = 720 * 1024;

/** The largest archive that is taken: 8 GiB. */
export const MAX_ARCHIVE = 8 * 1024 ** 3;

/**
 * Why an archive could not be restored. `not_zip`, `damaged`, `unsafe`: not an archive of ours, or not as it was made;
 * `format`, `newer`: made by another version; `checksum`: it is not what its manifest says; `rows`, `board`, `file`: what it
 * holds doesn't fit; `pool_full`: no database is free; `storage`, `unknown`: our own trouble.
 */
export const RESTORE_FAULTS = [
  "not_zip",
  "damaged",
  "unsafe",
  "format",
  "newer",
  "checksum",
  "rows",
  "board",
  "file",
  "pool_full",
  "storage",
  "unknown",
] as const;
export type RestoreFaultKind = (typeof RESTORE_FAULTS)[number];

/** What stopped a restoration for good. `place`: the entry, table or board that is meant. */
export class RestoreFault extends Error {
  override readonly name = "RestoreFault";
  readonly kind: RestoreFaultKind;
  readonly place: string;

  constructor(kind: RestoreFaultKind, place = "") {
    super(`${kind} ${place}`);
    this.kind = kind;
    this.place = place;
  }
}

export const RestoreResult = z.strictObject({
  tables: z.int(),
  rows: z.int(),
  boards: z.int(),
  files: z.int(),
});
export type RestoreResult = z.infer<typeof RestoreResult>;

export const RestoreView = z.strictObject({
  id: RestoreId,
  state: RestoreState,
  /** The new organization's id; it opens once the state is `done`. */
  organizationId: z.string(),
  name: z.string().nullable(),
  size: z.int(),
  fault: z.enum(RESTORE_FAULTS).nullable(),
  place: z.string().nullable(),
  result: RestoreResult.nullable(),
  progress: z.strictObject({ done: z.int(), total: z.int() }).nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type RestoreView = z.infer<typeof RestoreView>;
