import { eq } from "drizzle-orm";
import type { BoardRecord } from "#domain/boards/view.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { boards } from "./schema.ts";

/** The board's row, archived or not. */
export async function findBoard(ctx: Ctx, id: string): Promise<BoardRecord | null> {
  const [row] = await ctx.db.select().from(boards).where(eq(boards.id, id));
  return row ?? null;
}
