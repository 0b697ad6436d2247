import { QueryLine } from "#domain/connections/query-line.ts";
import { piecesOf } from "#domain/stream.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";

/**
 * The lines of a query's answer as they arrive; whoever stops here stops the database too. Throws ApiProblem: what the last line tells, or
 * that the answer broke off.
 */
export async function* readLines(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<Exclude<QueryLine, { error: unknown }>> {
  for await (const text of piecesOf(body, "\n")) {
    const line = QueryLine.parse(JSON.parse(text));
    if ("error" in line) throw new ApiProblem(line.error.code, 422, line.error.params);
    yield line;
    if ("done" in line) return;
  }
  throw new ApiProblem("network.unreachable", 0);
}
