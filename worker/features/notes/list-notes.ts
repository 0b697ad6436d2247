import type { z } from "zod";
import type { listNotes as definition } from "#domain/notes/api.ts";
import { cursorAfter } from "#domain/notes/cursor.ts";
import type { AnswerOf } from "#domain/route.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { pageNotes } from "./queries.ts";
import { viewOf } from "./record.ts";

/** One page of the notes that match, latest meeting first. Error: `note.cursor_invalid`. */
export async function listNotes(
  ctx: Ctx,
  query: z.output<typeof definition.query>,
): Promise<AnswerOf<typeof definition>> {
  const { limit } = query;
  const [rows, actor] = await Promise.all([pageNotes(ctx, query, limit + 1), ctx.actor()]);
  const items = rows.slice(0, limit).map((record) => viewOf(record, actor));
  const last = items.at(-1);
  return { items, nextCursor: last && rows.length > limit ? cursorAfter(last) : null };
}
