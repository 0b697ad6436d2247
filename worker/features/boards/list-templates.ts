import type { CardTemplate } from "#domain/boards/card-template.ts";
import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findBoard } from "./queries.ts";
import { findArchivedTags, findTemplates, templateOf } from "./template-queries.ts";

/** Lists the card templates of a board. Error: `board.not_found`. */
export async function listTemplates(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ items: CardTemplate[]; archivedTags: string[] }> {
  const [board, found, archived, actor] = await Promise.all([
    findBoard(ctx, id),
    findTemplates(ctx, id),
    findArchivedTags(ctx, id),
    ctx.actor(),
  ]);
  if (!board) return fail("board.not_found", { id });
  const used = new Set(found.flatMap(({ tags }) => tags));
  return {
    items: found.map((record) => templateOf(record, board, actor)),
    archivedTags: [...used].filter((tag) => archived.has(tag)),
  };
}
