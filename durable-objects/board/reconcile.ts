import type { Comment } from "#domain/boards/comment.ts";
import type { BoardTag } from "#domain/boards/model.ts";
import { wholeCard, wholeColumn } from "#domain/boards/whole.ts";
import { type BoardPages, reconcileBoard } from "#worker/features/boards/reconcile-board.ts";
import type { Env } from "#worker/platform/env.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import type { Chores } from "./chores.ts";
import { metaOf } from "./core.ts";
import type { Storage } from "./storage.ts";

interface Row {
  body: string;
  changed: number;
}

const cardOf = ({ body, changed }: Row) => ({ ...wholeCard(JSON.parse(body) as object), changed });
const commentOf = ({ body, changed }: Row) => ({ ...(JSON.parse(body) as Comment), changed });
const columnOf = ({ body, changed }: Row) => ({
  ...wholeColumn(JSON.parse(body) as object),
  changed,
});
const tagOf = ({ body, changed }: Row) => ({ ...(JSON.parse(body) as BoardTag), changed });

/** A board's records, page by page, as they are when they are asked for. */
export function boardPages(storage: Storage): BoardPages {
  const cards = "SELECT body, changed FROM cards WHERE id > ? ORDER BY id LIMIT ?";
  const comments = "SELECT body, changed FROM comments WHERE id > ? ORDER BY id LIMIT ?";
  return {
    board: metaOf(storage).board,
    columns: () => storage.all<Row>("SELECT body, changed FROM columns").map(columnOf),
    cards: (after, limit) => storage.all<Row>(cards, after ?? "", limit).map(cardOf),
    tags: () => storage.all<Row>("SELECT body, changed FROM tags").map(tagOf),
    comments: (after, limit) => storage.all<Row>(comments, after ?? "", limit).map(commentOf),
    projected: () => metaOf(storage).d1Version,
  };
}

/** Brings D1 up to date, then holds it against the board with nothing projected meanwhile. Throws while D1 is away. */
export function reconcileRoom(
  storage: Storage,
  chores: Chores,
  env: Env,
  tenant: TenantRef,
): Promise<number> {
  return chores.alone(() => reconcileBoard(env, tenant, boardPages(storage)));
}
