import type { ColumnProfile } from "#domain/analytics/profile.ts";
import type { SourceView } from "#domain/sources/model.ts";
import type { LoadOptions, Library } from "#web/features/analytics/library.ts";

/** A source of one kind. */
export type SourceOf<K extends SourceView["kind"]> = Extract<SourceView, { kind: K }>;

/** What is in the engine once a source is loaded: the table's own name there, and what it holds. */
export interface Loaded {
  table: string;
  rows: number;
  profiles: readonly ColumnProfile[];
  /** There was more than may be read at once. */
  cut?: boolean | undefined;
}

/**
 * Makes the rows of a source a table of the engine. `table` is a name in the engine that belongs to this source alone; a loader may
 * answer another one that holds the same rows already. Throws what the person is told.
 */
export type Loader<K extends SourceView["kind"]> = (
  source: SourceOf<K>,
  at: { library: Library; table: string } & LoadOptions,
) => Promise<Loaded>;

/** Who loads which kind; each arrives when a source of its kind is first loaded. */
export const LOADERS: { [K in SourceView["kind"]]?: () => Promise<Loader<K>> } = {
  shared: async () => (await import("./load-shared.ts")).loadShared,
  organization: async () => (await import("#web/features/own-data/load.ts")).loadOwnData,
  device: async () => (await import("./load-device.ts")).loadDevice,
  connection: async () =>
    (await import("#web/features/connections/load-connection.ts")).loadConnection,
};
