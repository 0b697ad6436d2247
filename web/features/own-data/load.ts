import { RowsLine } from "#domain/own-data/rows-line.ts";
import { loadRows } from "#web/features/analytics/engine/load-rows.ts";
import { profileTable } from "#web/features/analytics/engine/profile.ts";
import type { Loader } from "#web/features/sources/loaders.ts";
import { download } from "#web/lib/api.ts";
import { rowLines } from "./row-lines.ts";

/** Fetches the organization's own data that the reader may see and puts it into the engine. Errors: as the route's. */
export const loadOwnData: Loader<"organization"> = async (
  { details },
  { library, table, signal, onProgress },
) => {
  const answer = await download(`/own-data/${details.name}/rows`, signal);
  onProgress?.(-1);
  const lines = rowLines(answer.stream());
  const first = RowsLine.parse((await lines.next()).value);
  if (!("columns" in first)) throw new Error("The answer does not begin with its columns");
  const { columns } = first;
  return library.keeper.use(async (engine) => {
    const { rows } = await loadRows(engine, table, columns, batchesOf(lines), { signal });
    return { table, rows, profiles: await profileTable(engine, table, columns, { signal }) };
  });
};

/** The batches up to the last line, which says how many rows there were: fewer, and the answer broke off. */
async function* batchesOf(lines: AsyncIterator<unknown>): AsyncGenerator<readonly unknown[][]> {
  let seen = 0;
  for (;;) {
    const { done, value } = await lines.next();
    if (done === true) throw new Error("The answer broke off");
    const line = RowsLine.parse(value);
    if ("done" in line) {
      if (line.done.rows !== seen) throw new Error("The answer broke off");
      return;
    }
    if ("rows" in line) {
      seen += line.rows.length;
      yield line.rows;
    }
  }
}
