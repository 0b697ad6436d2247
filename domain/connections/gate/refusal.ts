/** Why a query is not sent to a database. Each has its sentence in the reader's language. */
export type GateReason =
  /** Nothing to run. */
  | "empty"
  /** Longer than `MAX_SQL` characters, or nested deeper than a query of a person. */
  | "too_long"
  /** The database's own grammar refuses it. `what`: what the parser says. */
  | "syntax"
  /** More than one statement. */
  | "several"
  /** Something else than a read. `what`: the statement. */
  | "not_a_read"
  /** Rows would be locked against others. */
  | "locks"
  /** A table that the connection does not offer. `what`: its name as written. */
  | "table"
  /** A function that is not known to only read. `what`: its name. */
  | "function"
  /** A type that tells of the server instead of the data. `what`: its name. */
  | "type"
  /** An operator that is not the database's own. `what`: its sign. */
  | "operator"
  /** A parameter or variable, which nothing fills. `what`: as written. */
  | "variable"
  /** A comment that the server carries out. */
  | "comment"
  /** A construct that is not known to only read. `what`: the parser's word for it. */
  | "construct";

/** A query that is refused. `what` names the part that is at fault, as far as there is one. */
export interface GateRefusal {
  reason: GateReason;
  what: string;
}

/** The longest query that is read, in UTF-16 units. */
export const MAX_SQL = 20_000;

/** Tables that a connection offers: `schema.table` in the server's own spelling. */
export interface Offered {
  tables: ReadonlySet<string>;
  /** Schemas that a name without one is looked for in, in this order. */
  path: readonly string[];
}
