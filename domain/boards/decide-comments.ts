import type { Change } from "./changes.ts";
import { type Comment, MOST_COMMENTS } from "./comment.ts";
import { type Card, watchersOf } from "./model.ts";
import type { OpOf } from "./ops.ts";
import type { BoardReader } from "./reader.ts";
import { accept, holds, reject, rejectDeleted, type Sender, type Verdict } from "./verdict.ts";

type CommentChange = Extract<Change, { entity: "comment" }>;

/** The change that makes people watch a card; none when all of them do. */
export function watching(card: Card, people: readonly string[]): Change[] {
  const now = watchersOf(card);
  const more = people.filter((id) => !now.includes(id));
  if (more.length === 0) return [];
  const set = { watcherIds: [...now, ...more] };
  return [{ entity: "card", id: card.id, set, quiet: true }];
}

/** Whether the sender is told of what happens on a card. Nobody else is asked, and nothing else changes. */
export function watchCard(read: BoardReader, op: OpOf<"card.watch">, sender: Sender): Verdict {
  const card = read.card(op.card);
  if (!card) return reject("card_gone");
  if (card.deleted) return reject("card_deleted");
  const now = watchersOf(card);
  if (op.on) return accept(read, watching(card, [sender.userId]));
  if (!now.includes(sender.userId)) return { outcome: "noop" };
  const set = { watcherIds: now.filter((id) => id !== sender.userId) };
  return accept(read, [{ entity: "card", id: card.id, set, quiet: true }]);
}

/** Comments a card; its author watches the card from then on. What was said long ago elsewhere is news to nobody. */
export function createComment(
  read: BoardReader,
  op: OpOf<"comment.create">,
  sender: Sender,
): Verdict {
  if (read.comment(op.comment)) return { outcome: "noop" };
  const card = read.card(op.card);
  if (!card) return reject("card_gone");
  if (card.deleted) return rejectDeleted(read, card);
  const count = (card.comments ?? 0) + 1;
  if (count > MOST_COMMENTS) return reject("too_many");
  const set = {
    cardId: op.card,
    text: op.text,
    mentions: op.mentions,
    authorId: sender.userId,
    createdAt: sender.at,
    editedAt: null,
    deleted: false,
    ...(op.imported ? { imported: op.imported } : {}),
  };
  const watcherIds = [...new Set([...watchersOf(card), sender.userId])];
  const onCard: Change = {
    entity: "card",
    id: card.id,
    set: op.imported ? { comments: count } : { comments: count, watcherIds },
    quiet: true,
  };
  return accept(read, [{ entity: "comment", id: op.comment, set }, onCard]);
}

/** The comment and its card, when the sender may change it; else why not. */
function own(read: BoardReader, id: string, sender: Sender): Verdict | [Comment, Card] {
  const comment = read.comment(id);
  const card = comment && read.card(comment.cardId);
  if (!comment || !card) return reject("comment_gone");
  if (comment.authorId !== sender.userId) return reject("forbidden");
  return card.deleted ? rejectDeleted(read, card) : [comment, card];
}

/** Changes the text of one's own comment. Words of somebody else, imported under their name, stay as they are. */
export function updateComment(
  read: BoardReader,
  op: OpOf<"comment.update">,
  sender: Sender,
): Verdict {
  const found = own(read, op.comment, sender);
  if (!Array.isArray(found)) return found;
  const [comment] = found;
  if (!holds(comment, op.only)) return { outcome: "noop" };
  if (comment.deleted) return reject("comment_gone");
  if (comment.imported) return reject("forbidden");
  const { text, mentions } = op;
  if (text === comment.text && JSON.stringify(mentions) === JSON.stringify(comment.mentions)) {
    return { outcome: "noop" };
  }
  const set = { text, mentions, editedAt: sender.at };
  return accept(read, [{ entity: "comment", id: comment.id, set, was: comment }]);
}

/** Deletes one's own comment; it stays restorable. */
export function deleteComment(
  read: BoardReader,
  op: OpOf<"comment.delete">,
  sender: Sender,
): Verdict {
  return turn(read, op, sender, true);
}

/** Brings one's own comment back. */
export function restoreComment(
  read: BoardReader,
  op: OpOf<"comment.restore">,
  sender: Sender,
): Verdict {
  return turn(read, op, sender, false);
}

function turn(
  read: BoardReader,
  op: OpOf<"comment.delete" | "comment.restore">,
  sender: Sender,
  deleted: boolean,
): Verdict {
  const found = own(read, op.comment, sender);
  if (!Array.isArray(found)) return found;
  const [comment, card] = found;
  if (comment.deleted === deleted || !holds(comment, op.only)) return { outcome: "noop" };
  const change: CommentChange = {
    entity: "comment",
    id: comment.id,
    set: { deleted },
    was: comment,
  };
  const comments = (card.comments ?? 0) + (deleted ? -1 : 1);
  return accept(read, [change, { entity: "card", id: card.id, set: { comments }, quiet: true }]);
}
