import { archiveCard, archiveColumn, unarchiveCard, unarchiveColumn } from "./decide-archive.ts";
import { createCard, deleteCard, moveCard, restoreCard } from "./decide-cards.ts";
import {
  createColumn,
  deleteColumn,
  moveColumn,
  restoreColumn,
  updateColumn,
} from "./decide-columns.ts";
import {
  createComment,
  deleteComment,
  restoreComment,
  updateComment,
  watchCard,
} from "./decide-comments.ts";
import { linkCards } from "./decide-links.ts";
import { colorTag, renameTag } from "./decide-tags.ts";
import { updateCard } from "./decide-update.ts";
import type { Op } from "./ops.ts";
import type { BoardReader } from "./reader.ts";
import type { Sender, Verdict } from "./verdict.ts";

/**
 * The one reducer of boards, run by the object (authoritative) and by the client (over its pending ops):
 * what an op does to the board as it is. It reads and never writes; the changes are the caller's to apply.
 */
export function decide(read: BoardReader, op: Op, sender: Sender): Verdict {
  switch (op.kind) {
    case "card.create":
      return createCard(read, op, sender);
    case "card.update":
      return updateCard(read, op, sender);
    case "card.move":
      return moveCard(read, op, sender);
    case "card.delete":
      return deleteCard(read, op, sender);
    case "card.restore":
      return restoreCard(read, op);
    case "card.archive":
      return archiveCard(read, op);
    case "card.unarchive":
      return unarchiveCard(read, op);
    case "card.link":
      return linkCards(read, op);
    case "card.watch":
      return watchCard(read, op, sender);
    case "comment.create":
      return createComment(read, op, sender);
    case "comment.update":
      return updateComment(read, op, sender);
    case "comment.delete":
      return deleteComment(read, op, sender);
    case "comment.restore":
      return restoreComment(read, op, sender);
    case "column.create":
      return createColumn(read, op);
    case "column.update":
      return updateColumn(read, op, sender);
    case "column.move":
      return moveColumn(read, op);
    case "column.delete":
      return deleteColumn(read, op);
    case "column.restore":
      return restoreColumn(read, op);
    case "column.archive":
      return archiveColumn(read, op);
    case "column.unarchive":
      return unarchiveColumn(read, op);
    case "tag.color":
      return colorTag(read, op);
    case "tag.rename":
      return renameTag(read, op);
  }
  return op satisfies never;
}
