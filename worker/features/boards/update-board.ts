import type { BoardView } from "#domain/boards/view.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { changeBoard } from "./change-board.ts";

interface UpdateInput {
  id: string;
  version: number;
  changes: { title?: string | undefined; prefix?: string | undefined };
}

/** Renames a board. Errors: `board.not_found`, `conflict.version`. */
export function updateBoard(ctx: Ctx, input: UpdateInput): Promise<BoardView> {
  const { title, prefix } = input.changes;
  return changeBoard(ctx, { id: input.id, version: input.version }, "updated", (before) => ({
    title: title ?? before.title,
    prefix: prefix ?? before.prefix,
  }));
}
