import { QueryLine } from "#domain/connections/query-line.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";

/** The lines of a query's answer as they arrive. Throws ApiProblem: what the last line tells, or that the answer broke off. */
export async function* readLines(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<Exclude<QueryLine, { error: unknown }>> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = "";
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      rest += decoder.decode(part.value, { stream: true });
      const lines = rest.split("\n");
      rest = lines.pop() ?? "";
      for (const text of lines) {
        const line = QueryLine.parse(JSON.parse(text));
        if ("error" in line) throw new ApiProblem(line.error.code, 422, line.error.params);
        yield line;
        if ("done" in line) return;
      }
    }
    throw new ApiProblem("network.unreachable", 0);
  } finally {
    // Whoever stops here stops the database too.
    await reader.cancel().catch(() => undefined);
  }
}
