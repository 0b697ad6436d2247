import { MOST_ROWS } from "#domain/connections/model.ts";
import { selectAll } from "#domain/connections/select-all.ts";
import { loadRows } from "#web/features/analytics/engine/load-rows.ts";
import { profileTable } from "#web/features/analytics/engine/profile.ts";
import type { Loader } from "#web/features/sources/loaders.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { api, openStream } from "#web/lib/api.ts";
import { readLines } from "./read-lines.ts";

type Details = Parameters<Loader<"connection">>[0]["details"];

/** The text that is sent for a source: its own, or everything of its table. */
async function textOf(details: Details): Promise<string> {
  if ("sql" in details) return details.sql;
  const { items } = await api("get /connections");
  const connection = items.find(({ id }) => id === details.connectionId);
  if (!connection) throw new ApiProblem("connection.not_found", 404);
  return selectAll(connection.kind, details);
}

/** Asks a database and puts what it answers into the engine, batch by batch; stopping it stops the database. */
export const loadConnection: Loader<"connection"> = async (
  { details, rows: expected },
  { library, table, signal, onProgress },
) => {
  onProgress?.(-1);
  const sql = await textOf(details);
  const stop = new AbortController();
  const both = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const path = `/connections/${details.connectionId}/query`;
  try {
    const body = await openStream(path, { sql, maxRows: MOST_ROWS }, both);
    const lines = readLines(body);
    const first = await lines.next();
    const columns = first.value && "columns" in first.value ? first.value.columns : [];
    let cut = false;
    async function* batches() {
      for await (const line of lines) {
        if ("rows" in line) yield line.rows;
        if ("done" in line) ({ cut } = line.done);
      }
    }
    const onRows = (rows: number) =>
      onProgress?.(expected ? Math.min(0.99, rows / expected) : -1, rows);
    return await library.keeper.use(async (engine) => {
      const loaded = await loadRows(engine, table, columns, batches(), { signal: both, onRows });
      const profiles = await profileTable(engine, table, columns, { signal: both });
      return { table, rows: loaded.rows, profiles, cut };
    });
  } finally {
    stop.abort();
  }
};
