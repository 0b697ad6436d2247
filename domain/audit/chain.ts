/** A row of the audit log as it is stored. `changes` is JSON text, `at` an ISO 8601 UTC instant. */
export interface AuditRow {
  id: number;
  at: string;
  actor_id: string;
  actor_name: string;
  actor_kind: string;
  action: string;
  entity: string;
  entity_id: string;
  label: string;
  container_id: string | null;
  changes: string;
  request_id: string;
  address: string | null;
  source: string | null;
}

/** The columns that a seal covers, in the order in which they are hashed. Their order is part of the format. */
export const SEALED_COLUMNS = [
  "id",
  "at",
  "actor_id",
  "actor_name",
  "actor_kind",
  "action",
  "entity",
  "entity_id",
  "label",
  "container_id",
  "changes",
  "request_id",
  "address",
  "source",
] as const satisfies readonly (keyof AuditRow)[];

/** SHA-256 of a UTF-8 text, lower-case hexadecimal. */
export type Digest = (text: string) => Promise<string> | string;

/** A place in the chain: a row and the hash that seals it and all before it. */
export interface Place {
  id: number;
  hash: string;
}

const FORMAT = "aetheria.audit.1";

/** Where the chain of an organization begins, so that two organizations' logs can't be exchanged. */
export async function genesis(digest: Digest, organizationId: string): Promise<Place> {
  return { id: 0, hash: await digest(`${FORMAT}\n${organizationId}`) };
}

/** The hash of a row: over the hash before it and the row's values as a JSON array, which is unambiguous. */
export async function sealOf(digest: Digest, previous: string, row: AuditRow): Promise<string> {
  return digest(`${previous}\n${JSON.stringify(SEALED_COLUMNS.map((column) => row[column]))}`);
}
