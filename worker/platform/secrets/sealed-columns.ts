/** A column whose values are sealed: what rotation has to visit. Its names stand in the associated data. */
export interface SealedColumn {
  table: string;
  /** The column whose value names the row: text. */
  row: string;
  column: string;
  /** In the control database, the column that names the person; left out for tables of the organizations' databases. */
  owner?: string;
}

/** Every sealed column. One that is missing here would stop opening once its key is forgotten. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: "totp_factors", row: "user_id", column: "secret", owner: "user_id" },
  { table: "webhook_endpoints", row: "id", column: "secret" },
  { table: "webhook_endpoints", row: "id", column: "previous_secret" },
  { table: "connections", row: "id", column: "password" },
];
