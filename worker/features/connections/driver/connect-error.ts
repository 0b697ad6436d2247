import type { ConnectFailure } from "#domain/connections/model.ts";
import { OutboundError } from "#worker/platform/outbound/outbound-error.ts";
import { ConnectError } from "./session.ts";

const OUTSIDE: Record<OutboundError["reason"], ConnectFailure> = {
  refused: "host_refused",
  unresolved: "host_unknown",
  timeout: "timeout",
  network: "refused",
};

/** Codes of PostgreSQL (SQLSTATE), MySQL and their drivers. */
const CODES: Readonly<Record<string, ConnectFailure>> = {
  "28P01": "password",
  "28000": "not_admitted",
  "3D000": "database",
  "42501": "database",
  "53300": "too_many",
  CONNECT_TIMEOUT: "timeout",
  ER_ACCESS_DENIED_ERROR: "password",
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: "password",
  ER_BAD_DB_ERROR: "database",
  ER_DBACCESS_DENIED_ERROR: "database",
  ER_HOST_NOT_PRIVILEGED: "not_admitted",
  ER_HOST_IS_BLOCKED: "not_admitted",
  ER_SECURE_TRANSPORT_REQUIRED: "not_admitted",
  ER_CON_COUNT_ERROR: "too_many",
  ER_USER_LIMIT_REACHED: "too_many",
  HANDSHAKE_NO_SSL_SUPPORT: "tls_missing",
  ETIMEDOUT: "timeout",
};

/** What kept a database from being opened, whoever found it out: the guard, the socket, the driver or the server. */
export function connectErrorOf(error: unknown): ConnectError {
  if (error instanceof ConnectError) return error;
  if (error instanceof OutboundError) return new ConnectError(OUTSIDE[error.reason]);
  const { code, message = "" } = error as { code?: string; message?: string };
  const known = code === undefined ? undefined : CODES[code];
  if (known) return new ConnectError(known, message);
  if (/tls|certificate/i.test(message)) return new ConnectError("tls_untrusted", message);
  return new ConnectError("other", message);
}
