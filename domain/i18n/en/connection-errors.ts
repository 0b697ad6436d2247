import type { ErrorParams } from "../../errors.ts";
import type { connectionErrors as fr } from "../fr/connection-errors.ts";
import type { Texts } from "../texts.ts";

/** Words of errors of connections to databases. Why one failed or a query was refused stands on its page. */
export const connectionErrors = {
  "connection.not_found": "This connection no longer exists.",
  "connection.host_refused": ({ reason }: ErrorParams) => {
    if (reason === "private") return "This host can’t be reached from the public internet.";
    if (reason === "port") return "This port is not accepted: 443, or above 1023.";
    return "This host can’t be read: a name, such as db.example.com, or an IP address.";
  },
  "connection.too_many": ({ most }: ErrorParams) =>
    `There are ${String(most)} connections already. Delete one first.`,
  "connection.password_needed": "Host, port or encryption changes: type the password again.",
  "connection.password_unreadable": "The password of this connection can’t be read. Type it again.",
  "connection.failed": "The database could not be opened. Test the connection to see why.",
  "connection.writer":
    "This user could change the database. Use one that only reads, or accept these rights in the connection.",
  "connection.sql_refused": "This query is not sent: only reads of the connection’s tables are.",
  "connection.too_costly":
    "The database estimates this query as too heavy. Add a filter, a period or a limit.",
  "connection.query_failed": ({ detail, timeout }: ErrorParams) =>
    timeout
      ? "The database did not finish within a minute. Add a filter, a period or a limit."
      : `The database refuses this query: ${String(detail)}`,
} satisfies Texts<typeof fr>;
