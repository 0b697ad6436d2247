import { RowsLine } from "#domain/own-data/rows-line.ts";
import { piecesOf } from "#domain/stream.ts";
import { loadRows } from "#web/features/analytics/engine/load-rows.ts";
import { profileTable } from "#web/features/analytics/engine/profile.ts";
import type { Loader } from "#web/features/sources/loaders.ts";
import { download } from "#web/lib/api.ts";

/** Fetches the organization's own data that the reader may see and puts it into the engine. Errors: as the route's. */
export const loadOwnData: Loader<"organization"> = async (
  { details },
  { library, table, signal, onProgress },
) => {
  const answer = await download(`/own-data/${details.name}/rows`, signal);
  onProgress?.(-1);
  const lines = linesOf(answer.stream());
  const { value: first } = await lines.next();
  if (first === undefined || !("columns" in first))
    throw new Error("The answer does not begin with its columns");
  const { columns } = first;
  return library.keeper.use(async (engine) => {
    const { rows } = await loadRows(engine, table, columns, batchesOf(lines), { signal });
    return { table, rows, profiles: await profileTable(engine, table, columns, { signal }) };
  });
};

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<RowsLine, undefined> {
  for await (const text of piecesOf(body, "\n")) yield RowsLine.parse(JSON.parse(text));
}

/** The batches up to the last line, which says how many rows there were: fewer, and the answer broke off. */
async function* batchesOf(lines: AsyncIterable<RowsLine>): AsyncGenerator<readonly unknown[][]> {
  let seen = 0;
  for await (const line of lines) {
    if ("rows" in line) {
      seen += line.rows.length;
      yield line.rows;
    }
    if ("done" in line && line.done.rows === seen) return;
  }
  throw new Error("The answer broke off");
}
