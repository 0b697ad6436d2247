import type { Catalogue } from "#domain/connections/catalogue.ts";
import type { ConnectFailure, ConnectionInput } from "#domain/connections/model.ts";
import type { AnswerColumn } from "#domain/connections/query-line.ts";
import type { HyperdrivePlace } from "#worker/platform/outbound/hyperdrive.ts";

/** Where a database is and who to be there; through a Hyperdrive where there is one. */
export type Target = Pick<
  ConnectionInput,
  "kind" | "host" | "port" | "database" | "user" | "password" | "tls"
> & { hyperdrive: HyperdrivePlace | null };

/** Why a database could not be opened. `detail`: its own words. */
export class ConnectError extends Error {
  override readonly name = "ConnectError";
  constructor(
    readonly failure: ConnectFailure,
    readonly detail = "",
  ) {
    super(`A database could not be opened: ${failure}`);
  }
}

/** Why a database did not answer a query, in its own words. */
export class QueryError extends Error {
  override readonly name = "QueryError";
  constructor(
    readonly detail: string,
    /** Where in the text, counted from 0; null where it does not say. */
    readonly position: number | null = null,
    readonly timeout = false,
  ) {
    super("A database did not answer a query");
  }
}

/** Rows of a query, as they come. */
export interface Answer {
  columns: AnswerColumn[];
  batches: AsyncIterable<unknown[][]>;
}

/** A database opened for one question: a read-only transaction with a time limit, rolled back at its end. */
export interface Session {
  /** Its name and version. */
  server: string;
  /** What the role could write outside of this transaction, the first few. */
  writes(): Promise<string[]>;
  catalogue(): Promise<Omit<Catalogue, "readAt">>;
  /** The planner's estimate in its own unit, and the most that is run. Error: `QueryError`. */
  cost(sql: string): Promise<{ cost: number; most: number }>;
  /** Runs one statement, by the protocol that takes no second one. Error: `QueryError`. */
  ask(sql: string, maxRows: number): Promise<Answer>;
  /** Ends whatever runs there, and the connection. Never rejects. */
  end(): Promise<void>;
}

/** How long one statement may take, milliseconds. */
export const STATEMENT_MS = 60_000;
/** How long a server may take to let us in, milliseconds. */
export const LOGIN_MS = 4_000;
/** Rows of one batch. */
export const BATCH_ROWS = 2_000;
/** Tables and columns that a catalogue keeps. */
export const MOST_COLUMNS = 15_000;

/** Names as a table can have them: each once, none empty. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken: string[] = [];
  for (const name of names) {
    const base = name === "" || name === "?column?" ? "colonne" : name;
    const free = (n: number): string => {
      const tried = n === 1 ? base : `${base}_${n}`;
      return taken.some((one) => one.toLowerCase() === tried.toLowerCase()) ? free(n + 1) : tried;
    };
    taken.push(free(1));
  }
  return taken;
}
