import type { ColumnProfile } from "#domain/analytics/profile.ts";

/** How far a source is from being a table of the engine. */
export type SourceState =
  | { kind: "idle" }
  /** `share` is between 0 and 1, undefined while nobody knows. */
  | { kind: "loading"; share: number | undefined; rows?: number | undefined }
  /** Somebody stopped the reading. */
  | { kind: "stopped" }
  /** `cut`: there are more rows than may be read, and these are the first ones. */
  | { kind: "ready"; rows: number; profiles: readonly ColumnProfile[]; cut?: boolean | undefined }
  /** A file that lies on another device. */
  | { kind: "absent" }
  | { kind: "failed"; error: unknown };

/** The file of a `device` source lies on another device: it has to be dropped here first. */
export class SourceAbsent extends Error {}

/** Nothing here reads sources of this kind yet. */
export class SourceUnreadable extends Error {}
