import type { Change, Inverse } from "#domain/boards/changes.ts";
import type { NoticeKind } from "#domain/boards/notice.ts";
import type { BoardNotice } from "#worker/features/boards/project-comments.ts";

const setBefore = (inverse: readonly Inverse[], id: string) =>
  inverse.find((part) => part.id === id)?.set as
    | { assigneeIds?: string[]; mentions?: { id: string }[]; cardId?: string }
    | undefined;

/** Whom an op concerns, by what it changed, each once: the first reason counts. Nobody is told of their own deeds. */
export function noticesOf(
  author: string,
  changes: readonly Change[],
  inverse: readonly Inverse[],
): BoardNotice[] {
  const told = new Map<string, BoardNotice>();
  const tell = (userId: string, kind: NoticeKind, card: string, comment: string | null) => {
    if (userId !== author && !told.has(userId)) told.set(userId, { userId, kind, card, comment });
  };
  for (const change of changes) {
    const before = setBefore(inverse, change.id);
    // Quiet: a comment that came along with its card from another board.
    if (change.entity === "comment" && change.set.text !== undefined && !change.quiet) {
      const card = change.set.cardId ?? change.was?.cardId ?? "";
      const known = new Set(before?.mentions?.map(({ id }) => id));
      for (const { id } of change.set.mentions ?? []) {
        if (!known.has(id)) tell(id, "mention", card, change.id);
      }
      const onCard = changes.find((one) => one.entity === "card" && one.id === card);
      const watchers =
        onCard?.entity === "card" && change.set.createdAt ? onCard.set.watcherIds : [];
      for (const id of watchers ?? []) tell(id, "comment", card, change.id);
    }
    // A card that comes back from deletion, or from another board, is given to nobody anew.
    if (
      change.entity === "card" &&
      change.set.assigneeIds &&
      !change.quiet &&
      !change.set.cameFrom
    ) {
      const had = new Set(before?.assigneeIds);
      for (const id of change.set.assigneeIds)
        if (!had.has(id)) tell(id, "assigned", change.id, null);
    }
  }
  return [...told.values()];
}
