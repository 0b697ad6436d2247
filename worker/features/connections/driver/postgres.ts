import postgres, { type Sql } from "postgres";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { catalogueOf, type ColumnFound } from "./catalogue-of.ts";
import { connectErrorOf } from "./connect-error.ts";
import { BEGIN, COLUMNS, PATH, WRITES } from "./postgres-sql.ts";
import { postgresWire } from "./postgres-wire.ts";
import {
  BATCH_ROWS,
  LOGIN_MS,
  QueryError,
  uniqueNames,
  type Answer,
  type Session,
  type Target,
} from "./session.ts";

/** In the planner's units, of which reading a page from disk in order is one: minutes of work. */
const MOST_COST = 20_000_000;

const KINDS: ReadonlyMap<number, ColumnKind> = new Map([
  [16, "boolean"],
  ...[20, 21, 23, 26].map((oid) => [oid, "integer"] as const),
  ...[700, 701, 1700].map((oid) => [oid, "number"] as const),
  [1082, "date"],
  [1114, "timestamp"],
  [1184, "timestamp"],
]);

const kindOf = (oid: number): ColumnKind => KINDS.get(oid) ?? "text";

/** Values stay as the server writes them; whoever takes them in reads them by their column's kind. */
const asWritten = (from: number[]) => ({
  to: 25,
  from,
  serialize: String,
  parse: (text: string) => text,
});
const types = {
  date: asWritten([1082, 1114, 1184]),
  json: asWritten([114, 3802]),
  bytea: asWritten([17]),
};

/** As the protocol of one statement, planned by the server before anything runs. */
const EXTENDED = { simple: false, prepare: true };

function queryErrorOf(error: unknown): QueryError {
  const { code, message, position } = error as {
    code?: string;
    message?: string;
    position?: string;
  };
  const at = position === undefined ? null : Number(position) - 1;
  return new QueryError(message ?? String(error), at, code === "57014");
}

/** Opens a PostgreSQL in a read-only transaction. Error: `ConnectError`. */
export async function openPostgres(
  ctx: Ctx,
  target: Target,
  signal: AbortSignal,
): Promise<Session> {
  const way: { failed?: unknown } = {};
  const { user, password, database } = target.hyperdrive ?? target;
  const sql = postgres({
    host: target.host,
    port: target.port,
    user,
    password,
    database,
    max: 1,
    ssl: false,
    fetch_types: false,
    connect_timeout: LOGIN_MS / 1000,
    idle_timeout: 0,
    max_lifetime: null,
    keep_alive: null,
    onnotice: () => undefined,
    types,
    connection: { application_name: "Aetheria" },
    // Not in its types: a socket of one's own making, here one that was checked and is encrypted already.
    socket: () =>
      postgresWire(ctx, target, signal).catch((error: unknown) => {
        way.failed = error;
        throw error;
      }),
  } as never);
  try {
    await sql.unsafe(BEGIN);
    const [about] = await sql.unsafe("SELECT current_setting('server_version') AS version");
    return sessionOf(sql, `PostgreSQL ${String(about?.["version"]).split(" ")[0]}`);
  } catch (error) {
    await sql.end({ timeout: 0 }).catch(() => undefined);
    throw connectErrorOf(way.failed ?? error);
  }
}

function sessionOf(sql: Sql, server: string): Session {
  const running: { query?: { cancel(): unknown } } = {};
  return {
    server,
    writes: async () => {
      const rows = await sql.unsafe<{ what: string }[]>(WRITES);
      return rows.map(({ what }) => what);
    },
    catalogue: async () => {
      const path = await sql.unsafe<{ schema: string }[]>(PATH);
      const found = await sql.unsafe<FoundRow[]>(COLUMNS);
      const columns = found.map(({ oid, ...row }) => ({ ...row, kind: kindOf(Number(oid)) }));
      return catalogueOf(
        columns,
        path.map(({ schema }) => schema),
      );
    },
    cost: async (text) => {
      try {
        const rows = await sql.unsafe(`EXPLAIN (FORMAT JSON) ${text}`, [], EXTENDED);
        const [{ Plan }] = JSON.parse(String(rows[0]?.["QUERY PLAN"])) as [PlanText];
        return { cost: Math.round(Plan["Total Cost"]), most: MOST_COST };
      } catch (error) {
        throw queryErrorOf(shifted(error));
      }
    },
    ask: async (text): Promise<Answer> => {
      try {
        const { columns } = await sql.unsafe(text, [], EXTENDED).describe();
        const names = uniqueNames(columns.map(({ name }) => name));
        const query = sql.unsafe(text, [], EXTENDED);
        running.query = query;
        return {
          columns: columns.map(({ type }, i) => ({ name: names[i] ?? "", kind: kindOf(type) })),
          batches: batchesOf(query.values().cursor(BATCH_ROWS) as AsyncIterable<unknown[][]>),
        };
      } catch (error) {
        throw queryErrorOf(error);
      }
    },
    end: async () => {
      // Asks the server to stop it; the connection that closes behind says the same to one that looks.
      running.query?.cancel();
      await sql.end({ timeout: 0 }).catch(() => undefined);
    },
  };
}

interface PlanText {
  Plan: { "Total Cost": number };
}

type FoundRow = Omit<ColumnFound, "kind"> & { oid: string };

/** An error of an EXPLAIN as one of the text behind it. */
function shifted(error: unknown): unknown {
  const { position } = error as { position?: string };
  if (position === undefined) return error;
  const before = "EXPLAIN (FORMAT JSON) ".length;
  return Object.assign(error as object, { position: String(Number(position) - before) });
}

async function* batchesOf(cursor: AsyncIterable<unknown[][]>): AsyncGenerator<unknown[][]> {
  try {
    for await (const rows of cursor) yield rows.map((row) => [...row]);
  } catch (error) {
    throw queryErrorOf(error);
  }
}
