import type { ConnectionRecord } from "#domain/connections/events.ts";
import type { Connection } from "#domain/connections/model.ts";
import type { FoundConnection } from "./queries.ts";
import type { ConnectionRow } from "./schema.ts";

/** A connection as its events tell it. */
export function recordOf(row: ConnectionRow): ConnectionRecord {
  const { id, name, kind, host, port, database, user, tls, writerAccepted, passwordSetAt } = row;
  const place = `${host}:${port}/${database}`;
  return { id, name, kind, place, user, tls, writerAccepted, passwordSetAt };
}

/** A connection as its reader gets it. */
export function viewOf(row: FoundConnection): Connection {
  const { id, version, name, kind, host, port, database, user, tls, writerAccepted } = row;
  const { schemaReadAt, createdAt, updatedAt } = row;
  const place = { host, port, database, user, tls };
  return { id, version, name, kind, ...place, writerAccepted, schemaReadAt, createdAt, updatedAt };
}

/** Where the sealed password of a connection stands. */
export const passwordPlace = (id: string) => ({
  table: "connections",
  row: id,
  column: "password",
});
