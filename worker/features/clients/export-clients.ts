import { and } from "drizzle-orm";
import { clientCsvHead, clientCsvLine } from "#domain/clients/csv.ts";
import type { ClientFilter } from "#domain/clients/filter.ts";
import type { ClientRecord } from "#domain/clients/model.ts";
import { cursorAfter } from "#domain/clients/cursor.ts";
import type { ClientOrder } from "#domain/clients/order.ts";
import { CSV_DIALECTS } from "#domain/csv.ts";
import { listMembers } from "#worker/features/members/list-members.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { conditionOf } from "./conditions.ts";
import { afterCursor, orderOf } from "./order.ts";
import { recordColumns } from "./record.ts";
import { clients } from "./schema.ts";

const PAGE = 500;

interface ExportInput extends ClientFilter, ClientOrder {
  language: "fr" | "en";
}

function readPage(ctx: Ctx, input: ExportInput, cursor: string | null): Promise<ClientRecord[]> {
  return ctx.db
    .select(recordColumns)
    .from(clients)
    .where(and(conditionOf(input), cursor ? afterCursor(cursor, input) : undefined))
    .orderBy(...orderOf(input))
    .limit(PAGE);
}

/**
 * The clients that match, as CSV. Streams page by page, so memory holds one page whatever the size; a failure
 * on the way breaks the download off, never ends it as if it were whole.
 */
export async function exportClients(ctx: Ctx, input: ExportInput): Promise<Response> {
  const dialect = CSV_DIALECTS[input.language];
  const encoder = new TextEncoder();
  const head = dialect.mark + clientCsvHead(input.language);
  const [first, { items: members }] = await Promise.all([
    readPage(ctx, input, null),
    listMembers(ctx),
  ]);
  const names = new Map(members.map(({ userId, name }) => [userId, name]));
  let page = first;
  let text = head;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      text += page.map((client) => clientCsvLine(client, input.language, names)).join("");
      controller.enqueue(encoder.encode(text));
      const last = page.at(-1);
      if (!last || page.length < PAGE) return controller.close();
      text = "";
      page = await readPage(ctx, input, cursorAfter(last, input));
    },
  });
  const name = `clients-${isoNow(ctx.clock).slice(0, 10)}.csv`;
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
}
