import type { GateReason } from "../../connections/gate/refusal.ts";
import type { ErrorParams } from "../../errors.ts";

/** Why a query is not sent; `what` is the part at fault, as far as there is one. */
const refusals: Record<GateReason, (what: string) => string> = {
  empty: () => "Write a query: SELECT … FROM …",
  too_long: () => "This query is too long or nested too deep: 20,000 characters at most.",
  syntax: (what) => `This query can’t be read: ${what}`,
  several: () => "One query at a time: remove what follows the first semicolon.",
  not_a_read: (what) =>
    `${what ? `“${what}” is not sent` : "This query is not sent"}: a query begins with SELECT or WITH and only reads.`,
  locks: () =>
    "This query is not sent: it would lock rows against others. Remove FOR UPDATE, FOR SHARE or LOCK.",
  table: (what) =>
    `“${what}” is no table of this connection. Look for its name in the list of tables, or read them again.`,
  function: (what) =>
    `The function “${what}” is not allowed: only those that read and compute are.`,
  type: (what) => `The type “${what}” is not allowed: it tells of the server, not of the data.`,
  operator: (what) => `The operator “${what}” is not allowed: it is none of the database’s own.`,
  variable: (what) => `“${what}” is a parameter that nothing fills: write its value instead.`,
  comment: () =>
    "This query is not sent: the server would carry out one of its comments. Remove it.",
  construct: (what) => `“${what}” is not allowed: only reads of tables are.`,
};
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
  "connection.sql_refused": ({ reason, what }: ErrorParams) => {
    const say = refusals[reason as GateReason] as ((what: string) => string) | undefined;
    return (
      say?.(typeof what === "string" ? what : "") ??
      "This query is not sent: only reads of the connection’s tables are."
    );
  },
  "connection.too_costly":
    "The database estimates this query as too heavy. Add a filter, a period or a limit.",
  "connection.query_failed": ({ detail, timeout }: ErrorParams) =>
    timeout
      ? "The database did not finish within a minute. Add a filter, a period or a limit."
      : `The database refuses this query: ${String(detail)}`,
} satisfies Texts<typeof fr>;
