import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { line, nameLine } from "#domain/line.ts";

export const ConnectionId = idSchema("cnx");

/** What answers at the other end. `mysql` is MariaDB too. */
export const ConnectionKind = z.enum(["postgres", "mysql"]);
export type ConnectionKind = z.infer<typeof ConnectionKind>;

/** `verified`: encrypted, with a certificate that a public authority signed for the host. `off`: anybody between can read along. */
const TlsMode = z.enum(["verified", "off"]);

/** A name or an address, as it is typed; `domain/outbound` judges it. */
const Host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[\p{L}\p{N}.:_-]+$/u);
const Port = z.int().min(1).max(65_535);
const Password = z.string().max(1_000);

const fields = {
  name: nameLine(80),
  host: Host,
  port: Port,
  database: line(64).min(1),
  user: line(64).min(1),
  tls: TlsMode,
  /** Somebody knows that this role could write and connects with it all the same. */
  writerAccepted: z.boolean(),
};

export const ConnectionInput = z.strictObject({
  ...fields,
  kind: ConnectionKind,
  password: Password,
  tls: TlsMode.default("verified"),
  writerAccepted: z.boolean().default(false),
});
export type ConnectionInput = z.output<typeof ConnectionInput>;

/** A password that is left out stays, as long as it goes to the same place. */
export const ConnectionChanges = z.strictObject({ ...fields, password: Password }).partial();
export type ConnectionChanges = z.output<typeof ConnectionChanges>;

/** A connection as its readers get it: the password never leaves the server. */
export const Connection = z.strictObject({
  ...fields,
  id: ConnectionId,
  version: z.int().positive(),
  kind: ConnectionKind,
  /** When its tables were last read, UTC. */
  schemaReadAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Connection = z.infer<typeof Connection>;

/** Why nothing could be asked of a database. Each has its sentence in the reader's language. */
export const ConnectFailure = z.enum([
  /** The host is of a private network, or written in no known manner. */
  "host_refused",
  "host_unknown",
  /** Nobody answers at this port. */
  "refused",
  "timeout",
  /** The server offers no TLS. */
  "tls_missing",
  /** Its certificate is not one that a public authority signed for this host. */
  "tls_untrusted",
  /** Something answers that is no database of this kind. */
  "not_this_kind",
  "password",
  "database",
  /** The server lets this user in from other hosts, or only encrypted. */
  "not_admitted",
  "too_many",
  "other",
]);
export type ConnectFailure = z.infer<typeof ConnectFailure>;

/** What a trial found. */
export const ConnectionTest = z.strictObject({
  /** Null when questions can be asked. */
  failure: ConnectFailure.nullable(),
  /** The server's own words beside a failure, in whatever language it speaks. */
  detail: z.string(),
  /** Its name and version, such as `PostgreSQL 17.2`. */
  server: z.string(),
  ms: z.int().nonnegative(),
  /** What the role could write, such as `INSERT public.invoices`: the first few. None: it only reads. */
  writes: z.array(z.string()),
});
export type ConnectionTest = z.infer<typeof ConnectionTest>;

/** The most rows that one query hands over. */
export const MOST_ROWS = 1_000_000;
