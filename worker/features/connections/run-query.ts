import type { QueryLine } from "#domain/connections/query-line.ts";
import { Fault, fail } from "#domain/errors.ts";
import { noteAccess } from "#worker/platform/audit/note-access.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { takeCatalogue } from "./catalogue.ts";
import { QueryError, type Answer, type Session } from "./driver/session.ts";
import { gateOf } from "./gate.ts";
import { openDatabase } from "./open-database.ts";
import { findWithCatalogue, type FoundConnection } from "./queries.ts";

/** The most that one answer weighs, bytes of NDJSON. */
const MOST_BYTES = 64 * 1024 * 1024;

interface Question {
  id: string;
  sql: string;
  maxRows: number;
}

/** What came of a question: the last line of its row in the access log. */
type Outcome = "answered" | "cut" | "cancelled" | "refused" | "failed";

/**
 * Asks a database one SELECT. Layers, from the outside: the gate, a role that only reads or was accepted as writing, a read-only
 * transaction, a time limit, one statement by protocol, the planner's estimate, caps of rows and bytes. Each question is noted.
 * Errors: those of `queryConnection`; what goes wrong after the first line is the answer's last line.
 */
export async function queryConnection(ctx: Ctx, question: Question): Promise<Response> {
  const [{ row, catalogue }] = await Promise.all([
    findWithCatalogue(ctx, question.id),
    ctx.actor(),
  ]);
  const started = ctx.clock.now();
  const note = (outcome: Outcome, rows: number) => {
    const ms = Math.max(0, ctx.clock.now() - started);
    const { id: connectionId, name } = row;
    const asked = { connectionId, connection: name, sql: question.sql };
    noteAccess(ctx, "connection.queried", { ...asked, outcome, rows, ms });
    return ms;
  };
  try {
    const sql = question.sql;
    // Known tables: nothing is opened for a text that would be refused.
    if (catalogue.readAt !== null) await mustPass(row, sql, catalogue);
    const session = await openDatabase(ctx, row, new AbortController().signal);
    try {
      const writes = row.writerAccepted ? [] : await session.writes();
      if (writes.length > 0) fail("connection.writer", { writes });
      if (catalogue.readAt === null) {
        await mustPass(row, sql, await takeCatalogue(ctx, row.id, session));
      }
      const { cost, most } = await session.cost(sql);
      if (cost > most) fail("connection.too_costly", { cost, most });
      return stream(session, await session.ask(sql, question.maxRows), question.maxRows, note);
    } catch (error) {
      await session.end();
      throw error;
    }
  } catch (error) {
    const fault = faultOf(error);
    note(fault.code === "connection.sql_refused" ? "refused" : "failed", 0);
    throw fault;
  }
}

async function mustPass(
  row: FoundConnection,
  sql: string,
  catalogue: Parameters<typeof gateOf>[2],
): Promise<void> {
  const refusal = await gateOf(row.kind, sql, catalogue);
  if (refusal) fail("connection.sql_refused", { ...refusal });
}

/** What a database said as a fault of the catalogue; anything else as it is. */
function faultOf(error: unknown): Fault {
  if (error instanceof QueryError) {
    const { detail, position, timeout } = error;
    return new Fault("connection.query_failed", { detail, position, timeout });
  }
  if (error instanceof Fault) return error;
  throw error;
}

type Note = (outcome: Outcome, rows: number) => number;

function stream(session: Session, answer: Answer, maxRows: number, note: Note): Response {
  const encoder = new TextEncoder();
  const state = { open: true };
  const lines = linesOf(answer, maxRows, note, state);
  const over = async () => {
    state.open = false;
    await session.end();
  };
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (!done) return controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      await over();
      controller.close();
    },
    // The browser went away: the database stops working for it.
    async cancel() {
      if (state.open) note("cancelled", 0);
      await over();
    },
  });
  const headers = { "content-type": "application/x-ndjson", "cache-control": "no-store" };
  return new Response(body, { headers });
}

async function* linesOf(
  { columns, batches }: Answer,
  maxRows: number,
  note: Note,
  state: { open: boolean },
): AsyncGenerator<QueryLine> {
  const sum = { rows: 0, bytes: 0, cut: false };
  yield { columns };
  try {
    for await (const batch of batches) {
      const rows = batch.slice(0, maxRows - sum.rows);
      sum.rows += rows.length;
      sum.bytes += JSON.stringify(rows).length;
      if (rows.length > 0) yield { rows };
      sum.cut = rows.length < batch.length || sum.bytes >= MOST_BYTES;
      if (sum.cut) break;
    }
    if (!state.open) return;
    state.open = false;
    yield { done: { ...sum, ms: note(sum.cut ? "cut" : "answered", sum.rows) } };
  } catch (error) {
    if (!state.open) return;
    state.open = false;
    note("failed", sum.rows);
    const { code, params } = faultOf(error);
    yield { error: { code, params } };
  }
}
