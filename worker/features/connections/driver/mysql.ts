import { Buffer } from "node:buffer";
import { createConnection, type Connection, type FieldPacket } from "mysql2";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { catalogueOf, type ColumnFound } from "./catalogue-of.ts";
import { connectErrorOf } from "./connect-error.ts";
import { beginStatements, columnsStatement, isWriting } from "./mysql-sql.ts";
import { mysqlWire } from "./mysql-wire.ts";
import {
  BATCH_ROWS,
  LOGIN_MS,
  QueryError,
  uniqueNames,
  type Answer,
  type Session,
  type Target,
} from "./session.ts";

/** Combinations of rows that the planner expects to look at. */
const MOST_COST = 2_000_000_000;

const byType = (kind: ColumnKind, ...types: number[]) => types.map((type) => [type, kind] as const);
/** Types of the protocol: https://dev.mysql.com/doc/dev/mysql-server/latest/field__types_8h.html */
const KINDS: ReadonlyMap<number, ColumnKind> = new Map([
  ...byType("integer", 1, 2, 3, 8, 9, 13),
  ...byType("number", 0, 4, 5, 246),
  ...byType("date", 10, 14),
  ...byType("timestamp", 7, 12),
]);

const kindOf = ({ columnType }: FieldPacket): ColumnKind => KINDS.get(columnType ?? -1) ?? "text";

type Row = Record<string, unknown>;

function query(connection: Connection, sql: string): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    connection.query(sql, (error, rows) => (error ? reject(error) : resolve(rows as Row[])));
  });
}

function queryErrorOf(error: unknown): QueryError {
  const { message = "", errno } = error as { message?: string; errno?: number };
  // 1969 is MariaDB's, 3024 MySQL's word for a statement that took too long.
  return new QueryError(message, null, errno === 1969 || errno === 3024);
}

/** Lets a driver in that knows sockets of Node alone, and answers when the server has. */
async function enter(ctx: Ctx, target: Target, signal: AbortSignal): Promise<Connection> {
  const { wire, greeting, tls } = await mysqlWire(ctx, target, signal);
  const { user, password, database } = target.hyperdrive ?? target;
  const connection = createConnection({
    user,
    password,
    database,
    charset: "utf8mb4",
    // Code from text is not allowed in a Worker.
    disableEval: true,
    connectTimeout: LOGIN_MS,
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    jsonStrings: true,
    // A server must not ask us for files.
    flags: ["-LOCAL_FILES"],
    ...(tls === null ? {} : { ssl: {} }),
    stream: () => wire,
  } as never);
  // Where the driver would take Node's TLS, the wire takes the Worker's.
  Object.assign(connection, {
    startTLS: async (secured: (error?: unknown) => void) => {
      try {
        await wire.encrypt(tls ?? "");
      } catch (error) {
        return secured(error);
      }
      secured();
      wire.read();
    },
  });
  await new Promise<void>((resolve, reject) => {
    connection.once("error", reject);
    connection.once("connect", () => resolve());
    if (tls === null) wire.read(greeting);
    else wire.emit("data", Buffer.from(greeting));
  });
  connection.on("error", () => undefined);
  return connection;
}

/** Opens a MySQL or MariaDB in a read-only transaction. Error: `ConnectError`. */
export async function openMysql(ctx: Ctx, target: Target, signal: AbortSignal): Promise<Session> {
  try {
    const connection = await enter(ctx, target, signal);
    try {
      const [about] = await query(connection, "SELECT VERSION() AS version");
      const version = String(about?.["version"]);
      for (const one of beginStatements(version)) await query(connection, one);
      const number = /^[\d.]+/.exec(version)?.[0] ?? "";
      const server = `${/mariadb/i.test(version) ? "MariaDB" : "MySQL"} ${number}`;
      const kill = async () => {
        const other = await enter(ctx, target, AbortSignal.timeout(LOGIN_MS));
        await query(other, `KILL QUERY ${connection.threadId}`).catch(() => undefined);
        other.destroy();
      };
      // A Hyperdrive may open another database than the record names: names without a schema stand in that one.
      const { database } = target.hyperdrive ?? target;
      return sessionOf(connection, { server, database, kill });
    } catch (error) {
      connection.destroy();
      throw error;
    }
  } catch (error) {
    throw connectErrorOf(error);
  }
}

function sessionOf(
  connection: Connection,
  about: { server: string; database: string; kill(): Promise<void> },
): Session {
  const state = { running: false };
  return {
    server: about.server,
    writes: async () => {
      const rows = await query(connection, "SHOW GRANTS");
      const grants = rows.map((row) => String(Object.values(row)[0]));
      return grants.flatMap(isWriting).slice(0, 5);
    },
    catalogue: async () => {
      const found = await query(connection, columnsStatement());
      return catalogueOf(found.map(columnOf), [about.database]);
    },
    cost: async (text) => {
      const plan = await prepared(connection, `EXPLAIN ${text}`).catch((error: unknown) => {
        throw queryErrorOf(error);
      });
      const parts = Map.groupBy(plan, (row) => String(row["id"]));
      // Tables of one part are joined, each row with each; parts come one after the other.
      const cost = [...parts.values()]
        .map((rows) => rows.reduce((all, row) => all * Math.max(1, Number(row["rows"] ?? 1)), 1))
        .reduce((all, one) => all + one, 0);
      return { cost, most: MOST_COST };
    },
    ask: async (text, maxRows) => {
      await query(connection, `SET SESSION sql_select_limit = ${maxRows + 1}`);
      return answerOf(connection, text, state);
    },
    end: async () => {
      if (state.running) await about.kill().catch(() => undefined);
      connection.destroy();
    },
  };
}

/** A row of `columnsStatement`. */
function columnOf(row: Row): ColumnFound {
  const { schema, table, column, type, kind, rows } = row as Record<string, string | null>;
  return {
    schema: String(schema),
    table: String(table),
    view: Number(row["view"]) === 1,
    rows: rows === null ? null : Math.round(Number(rows)),
    column: String(column),
    type: String(type),
    kind: kind as ColumnKind,
    nullable: Number(row["nullable"]) === 1,
  };
}

function prepared(connection: Connection, sql: string): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    connection.execute(sql, (error, rows) => (error ? reject(error) : resolve(rows as Row[])));
  });
}

/**
 * Runs one statement, prepared: the server takes no second one. Its columns are known from there, so that the answer begins before
 * the first row does, and whoever goes away meanwhile is noticed.
 */
async function answerOf(
  connection: Connection,
  text: string,
  state: { running: boolean },
): Promise<Answer> {
  const options = { sql: text, rowsAsArray: true };
  const fields = await new Promise<FieldPacket[]>((resolve, reject) => {
    connection.prepare(options as never, (error, statement) => {
      if (error) return reject(queryErrorOf(error));
      // Not in its types.
      resolve((statement as unknown as { columns: FieldPacket[] }).columns);
    });
  });
  state.running = true;
  // The same options find the statement that was prepared.
  const stream = connection.execute(options).stream({ highWaterMark: BATCH_ROWS });
  // Ours is heard once the reader asks for rows; until then nobody may be without one.
  stream.on("error", () => undefined);
  const names = uniqueNames(fields.map(({ name }) => name));
  return {
    columns: fields.map((field, i) => ({ name: names[i] ?? "", kind: kindOf(field) })),
    batches: batchesOf(stream, state),
  };
}

async function* batchesOf(
  stream: AsyncIterable<unknown>,
  state: { running: boolean },
): AsyncGenerator<unknown[][]> {
  let batch: unknown[][] = [];
  try {
    for await (const row of stream) {
      batch.push((row as unknown[]).map(plain));
      if (batch.length < BATCH_ROWS) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    throw queryErrorOf(error);
  }
  state.running = false;
  if (batch.length > 0) yield batch;
}

/** Bytes as hexadecimal text; a JSON value as it is written. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) {
    return `0x${Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  }
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}
