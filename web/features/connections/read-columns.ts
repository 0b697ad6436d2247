import type { AnswerColumn } from "#domain/connections/query-line.ts";
import { openStream } from "#web/lib/api.ts";
import { readLines } from "./read-lines.ts";

/**
 * The columns that a query gives, by asking it for one row: a query that the database refuses is known before anything is built on it. Whoever
 * aborts stops the database too. Throws ApiProblem, with the database's words.
 */
export async function readColumns(connectionId: string, sql: string, signal: AbortSignal) {
  const body = await openStream(`/connections/${connectionId}/query`, { sql, maxRows: 1 }, signal);
  const lines = readLines(body);
  const first = await lines.next();
  // To its end: what fails at the first row fails here.
  while (!(await lines.next()).done);
  const columns: AnswerColumn[] =
    first.value && "columns" in first.value ? first.value.columns : [];
  return columns.slice(0, 1_000).map(({ name, kind }) => ({ name, kind }));
}
