import type { Connection, ConnectionInput } from "#domain/connections/model.ts";

/** What is typed of a connection: its port as text. */
export type Typed = Omit<ConnectionInput, "port"> & { port: string };

/** The port at which each kind listens by default. */
export const PORTS: Record<ConnectionInput["kind"], string> = { postgres: "5432", mysql: "3306" };

/** The form as it opens: empty, or what stands. The password never comes back. */
export function typedOf(connection?: Connection): Typed {
  if (connection) return { ...connection, port: String(connection.port), password: "" };
  return {
    name: "",
    kind: "postgres",
    host: "",
    port: PORTS.postgres,
    database: "",
    user: "",
    password: "",
    tls: "verified",
    writerAccepted: false,
  };
}

/** What is sent, without fields of the record. */
export function inputOf(typed: Typed): ConnectionInput {
  const { name, kind, host, database, user, password, tls, writerAccepted } = typed;
  const port = Number(typed.port);
  return { name, kind, host, port, database, user, password, tls, writerAccepted };
}

/** Fields that lack something. A password may stay empty where one is stored. */
export function lacking(typed: Typed): (keyof Typed)[] {
  const port = Number(typed.port);
  const texts = (["name", "host", "database", "user"] as const).filter(
    (field) => typed[field].trim() === "",
  );
  return Number.isInteger(port) && port > 0 && port < 65_536 ? texts : [...texts, "port"];
}

/** The fields that an address such as `postgres://user:password@host:5432/database` holds; undefined where it is none. */
export function addressOf(text: string): Partial<Typed> | undefined {
  const scheme = /^(postgres|postgresql|mysql|mariadb):\/\//i.exec(text.trim())?.[1]?.toLowerCase();
  if (scheme === undefined || !URL.canParse(text.trim())) return undefined;
  const { hostname, port, pathname, username, password } = new URL(text.trim());
  if (hostname === "") return undefined;
  const kind = scheme.startsWith("postgres") ? "postgres" : "mysql";
  const filled = {
    host: hostname.replace(/^\[|\]$/g, ""),
    database: decode(pathname.slice(1)),
    user: decode(username),
    password: decode(password),
  };
  const known = Object.entries(filled).filter(([, value]) => value !== "");
  return { kind, port: port || PORTS[kind], ...Object.fromEntries(known) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
