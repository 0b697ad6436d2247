import type { Texts } from "../texts.ts";
import type { auditConnections as fr } from "../fr/audit-connections.ts";

/** Words of the log for connections to databases. */
export const auditConnections = {
  actions: {
    "connection.created": "Database connection created",
    "connection.updated": "Database connection changed",
    "connection.deleted": "Database connection deleted",
  },
  accesses: { "connection.queried": "Database queried" },
  entities: { connection: "Database connection" },
  fields: {
    place: "Address",
    user: "User name",
    tls: "Encryption",
    writerAccepted: "Write access accepted",
    passwordSetAt: "Password set on",
    connectionId: "Connection id",
    connection: "Connection",
    sql: "SQL",
    outcome: "Outcome",
    ms: "Duration in ms",
  },
} satisfies Texts<typeof fr>;
