import type { Card } from "#domain/boards/model.ts";
import { api } from "#web/lib/api.ts";

/** Where a card was, and where it is now. */
export interface Way {
  from: string;
  card: string;
  to: string;
  copy: string;
  /** What people said stays where they said it. */
  copies: boolean;
}

/** Whether a card has what only the server may bring to another board. */
export const hasMore = (card: Card): boolean => card.files.length > 0 || (card.comments ?? 0) > 0;

/** Has the server bring files and comments to the card that was made. May be repeated. Errors: `ApiProblem`. */
export async function bring({ from, card, to, copy, copies }: Way): Promise<void> {
  await api("post /boards/{id}/cards/{card}/bring", {
    params: { id: to, card: copy },
    body: { from: { board: from, card }, comments: !copies },
    quiet: true,
  });
}
