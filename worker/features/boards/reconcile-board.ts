import type { Env } from "#worker/platform/env.ts";
import { reconcile, type Stretch } from "#worker/platform/reconcile.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { commentTable } from "./project-comments.ts";
import {
  type BoardBacklog,
  columnTable,
  searchRows,
  tagTable,
  taskTable,
} from "./project-board.ts";

/** Cards that are compared at once: a page of the longest ones is some 10 MB. */
const PAGE = 200;

/** A board's records as its object reads them for a comparison. */
export interface BoardPages {
  board: string;
  columns(): BoardBacklog["columns"];
  tags(): BoardBacklog["tags"];
  /** The first so many cards after an id, by id. */
  cards(after: string | null, limit: number): BoardBacklog["cards"];
  /** The first so many comments after an id, by id. */
  comments(after: string | null, limit: number): BoardBacklog["comments"];
  /** D1 has been told of everything up to here. */
  projected(): number;
}

/**
 * Holds D1 against a board, stretch by stretch, and writes anew what differs: the object is right. To be called while
 * the object projects nothing.
 * @returns how many rows differed.
 */
export async function reconcileBoard(
  env: Env,
  tenant: TenantRef,
  pages: BoardPages,
): Promise<number> {
  const { board } = pages;
  const source = `boards/${board}`;
  const passingOf = (records: readonly { id: string; changed: number }[]) =>
    new Set(records.filter(({ changed }) => changed > pages.projected()).map(({ id }) => id));
  const [columns, tags] = [pages.columns(), pages.tags()];
  let repaired = 0;
  for (const [table, passing] of [
    [columnTable(board, columns), passingOf(columns)],
    [tagTable(board, tags), passingOf(tags)],
  ] as const) {
    const all = { source, owner: board, from: null, to: null, search: null };
    repaired += await reconcile(env, tenant, { ...all, table, passing });
  }
  for (let from: string | null = null, more = true; more;) {
    const cards = pages.cards(from, PAGE);
    more = cards.length === PAGE;
    const to: string | null = more ? (cards.at(-1)?.id ?? null) : null;
    const stretch: Stretch = {
      source,
      owner: board,
      from,
      to,
      table: taskTable(board, cards),
      search: searchRows(board, cards),
      passing: passingOf(cards),
    };
    repaired += await reconcile(env, tenant, stretch);
    from = to;
  }
  for (let from: string | null = null, more = true; more;) {
    const comments = pages.comments(from, PAGE);
    more = comments.length === PAGE;
    const to: string | null = more ? (comments.at(-1)?.id ?? null) : null;
    const table = commentTable(board, comments);
    const passing = passingOf(comments);
    repaired += await reconcile(env, tenant, {
      source,
      owner: board,
      from,
      to,
      table,
      search: null,
      passing,
    });
    from = to;
  }
  return repaired;
}
