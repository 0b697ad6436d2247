import type { Extracted } from "#domain/own-data/extracted.ts";
import type { OwnColumn, OwnDataName } from "#domain/own-data/registry.ts";
import type { RowsLine } from "#domain/own-data/rows-line.ts";
import { noteAccess } from "#worker/platform/audit/note-access.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { columnsFor } from "./entries.ts";
import { EXTRACTS } from "./extracts.ts";

/** Rows that are read at once: one batch of the answer. */
const PAGE = 1_000;

/**
 * Streams the organization's own data of one kind, page by page, so that memory holds one page whatever the size. Columns that need a key
 * the reader lacks are left out. A failure on the way breaks the answer off, never ends it as if it were whole.
 * The route asks for the entry's key.
 */
export async function readOwnData(ctx: Ctx, name: OwnDataName): Promise<Response> {
  const read = EXTRACTS[name];
  const [first, actor] = await Promise.all([read(ctx, "", PAGE), ctx.actor()]);
  const columns = columnsFor(actor, name);
  // Whoever holds the key to take addresses of clients with them leaves a trace, as with a file.
  if (columns.some(({ key }) => key === "clients.export"))
    noteAccess(ctx, "clients.analyzed", { columns: disclosed(columns) });
  const lines = linesOf(columns, first, (after) => read(ctx, after, PAGE));
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
  });
  return new Response(body, {
    headers: { "content-type": "application/x-ndjson", "cache-control": "no-store" },
  });
}

const disclosed = (columns: readonly OwnColumn[]): string[] =>
  columns.filter(({ key }) => key !== undefined).map(({ name }) => name);

async function* linesOf(
  columns: readonly OwnColumn[],
  first: readonly Extracted[],
  more: (after: string) => Promise<Extracted[]>,
): AsyncGenerator<RowsLine> {
  yield { columns: columns.map(({ name, kind }) => ({ name, kind })) };
  let page = first;
  let rows = 0;
  for (;;) {
    if (page.length > 0)
      yield { rows: page.map(({ values }) => columns.map(({ name }) => values[name] ?? null)) };
    rows += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    page = await more(last.after);
  }
  yield { done: { rows } };
}
