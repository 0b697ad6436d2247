import type { listAudit as route } from "#domain/audit/api.ts";
import { placeOf } from "#domain/audit/cursor.ts";
import type { AuditFilter } from "#domain/audit/filter.ts";
import { fail } from "#domain/errors.ts";
import type { AnswerOf } from "#domain/route.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { pageOf, readEntries } from "./queries.ts";

interface Page {
  cursor?: string | undefined;
  limit: number;
}

/** What was done, last first, page by page. Error: `audit.cursor_invalid`. */
export async function listAudit(
  ctx: Ctx,
  { cursor, limit, ...filter }: AuditFilter & Page,
): Promise<AnswerOf<typeof route>> {
  return pageOf(await readEntries(ctx, filter, placeOf(cursor), limit + 1), limit);
}

/** What happened to one record and what it holds. Errors: `audit.record_not_found`, `audit.cursor_invalid`. */
export async function readRecordAudit(ctx: Ctx, { id, ...page }: Page & { id: string }) {
  const answer = await listAudit(ctx, { recordId: id, ...page });
  if (answer.items.length === 0 && page.cursor === undefined)
    fail("audit.record_not_found", { id });
  return answer;
}
