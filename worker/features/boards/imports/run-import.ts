import type { ImportView } from "#domain/board-imports/model.ts";
import type { BoardRpc } from "#worker/features/boards/board-rpc.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { goOn } from "./go-on.ts";
import { findImport, viewOf } from "./queries.ts";

/** Goes on with an import for some seconds. Errors: `import.not_found` and those of `goOn`. */
export async function runImport(ctx: Ctx, { id }: { id: string }): Promise<ImportView> {
  const row = await findImport(ctx, id);
  const room = await ctx.rooms.board<BoardRpc>(row.boardId);
  return viewOf(await goOn(ctx, room, row));
}
