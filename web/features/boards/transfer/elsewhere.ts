import type { OutsideLink } from "#domain/boards/links-api.ts";
import type { Op } from "#domain/boards/ops.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { api } from "#web/lib/api.ts";

/** Links of a board's cards with cards of other boards. Errors: `ApiProblem`, or none without a network. */
export async function linksOver(board: string): Promise<readonly OutsideLink[]> {
  const { items } = await api("get /boards/{id}/links", { params: { id: board }, quiet: true });
  return items;
}

/**
 * Changes cards of a board that this page need not have open nor hold: they may be in its archive. What the board refuses, since
 * it is archived or this person may not write there, stays as it is. Throws when it can't be asked.
 */
export async function changeThere(board: string, ops: Op[]): Promise<void> {
  try {
    await api("post /boards/{id}/ops", { params: { id: board }, body: { ops }, quiet: true });
  } catch (error) {
    const refused = error instanceof ApiProblem && [403, 404, 409, 422].includes(error.status);
    if (!refused) throw error;
  }
}
