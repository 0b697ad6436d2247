import { and, asc, eq, isNull, or } from "drizzle-orm";
import type { SavedView, SavedViewRecord, ToldView } from "#domain/boards/saved-view.ts";
import { can, type Actor } from "#domain/permissions.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { boardViewDefaults, boardViews } from "./views-schema.ts";

interface Held {
  view: SavedViewRecord;
  isDefault: boolean;
  deleted: boolean;
}

const select = (ctx: Ctx) =>
  ctx.db
    .select({ view: boardViews, chosen: boardViewDefaults.viewId })
    .from(boardViews)
    .leftJoin(
      boardViewDefaults,
      and(
        eq(boardViewDefaults.userId, ctx.userId),
        eq(boardViewDefaults.boardId, boardViews.boardId),
        eq(boardViewDefaults.viewId, boardViews.id),
      ),
    );

function heldOf({ view, chosen }: Awaited<ReturnType<typeof select>>[number]): Held {
  const { deletedAt, ...record } = view;
  return { view: record, isDefault: chosen !== null, deleted: deletedAt !== null };
}

/** The views of a board that the caller may see: their own and the shared ones, by name. */
export async function findViews(ctx: Ctx, board: string): Promise<Held[]> {
  const rows = await select(ctx)
    .where(
      and(
        eq(boardViews.boardId, board),
        isNull(boardViews.deletedAt),
        or(eq(boardViews.ownerId, ctx.userId), eq(boardViews.shared, true)),
      ),
    )
    .orderBy(asc(boardViews.name), asc(boardViews.id));
  return rows.map(heldOf);
}

/** A view of a board, whoever's it is, deleted or not. */
export async function findView(ctx: Ctx, at: { id: string; view: string }): Promise<Held | null> {
  const [row] = await select(ctx).where(
    and(eq(boardViews.id, at.view), eq(boardViews.boardId, at.id)),
  );
  return row ? heldOf(row) : null;
}

/** Whether the caller may change or delete a view: its owner, and who manages boards where it is shared. */
export function mayWrite(ctx: Ctx, view: SavedViewRecord, actor: Actor): boolean {
  return view.ownerId === ctx.userId || (view.shared && can(actor, "boards.manage"));
}

/** A view as the caller has it. */
export function savedViewOf(
  ctx: Ctx,
  view: SavedViewRecord,
  actor: Actor,
  isDefault: boolean,
): SavedView {
  return { ...view, isDefault, can: { write: mayWrite(ctx, view, actor) } };
}

/** What audit and open pages are told: of a view that is not shared neither name nor contents. */
export function toldOf({ config: _config, ...view }: SavedViewRecord): ToldView {
  return view.shared ? view : { ...view, name: "" };
}
