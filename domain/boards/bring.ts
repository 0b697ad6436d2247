import { z } from "zod";
import { CardFile, FILE_LIMITS, FileId } from "./card-file.ts";
import type { Change } from "./changes.ts";
import { CommentId, Imported, Mention, MOST_COMMENTS } from "./comment.ts";
import { settleCover } from "./cover.ts";
import { CardId, watchersOf } from "./model.ts";
import type { BoardReader } from "./reader.ts";
import { accept, reject, type Verdict } from "./verdict.ts";

/**
 * What a card that came from another board brings along: comments under their authors and instants, files under theirs,
 * and who watches it. No page and no request says it: the server does, having read it off the other board.
 */
export const BringCard = z.strictObject({
  kind: z.literal("card.bring"),
  card: CardId,
  files: z.array(
    // As they were written: by whatever rules held then.
    CardFile.extend({ name: z.string(), by: z.string(), at: z.iso.datetime() }),
  ),
  /** The picture that it wore. */
  cover: FileId.nullable(),
  watcherIds: z.array(z.string()),
  comments: z.array(
    z.strictObject({
      id: CommentId,
      text: z.string(),
      mentions: z.array(Mention),
      authorId: z.string(),
      createdAt: z.iso.datetime(),
      editedAt: z.iso.datetime().nullable(),
      imported: Imported.optional(),
    }),
  ),
});
export type BringCard = z.infer<typeof BringCard>;

/** Adds what the card does not have yet, so that it may be said again. Comments are told to nobody anew: they are no news. */
export function bringCard(read: BoardReader, op: BringCard): Verdict {
  const card = read.card(op.card);
  if (!card) return reject("card_gone");
  if (card.deleted) return reject("card_deleted");
  const known = new Set(card.files.map(({ id }) => id));
  const files = [...card.files, ...op.files.filter(({ id }) => !known.has(id))];
  const fresh = op.comments.filter(({ id }) => !read.comment(id));
  const comments = (card.comments ?? 0) + fresh.length;
  if (files.length > FILE_LIMITS.perCard || comments > MOST_COMMENTS) return reject("too_many");
  const set: Record<string, unknown> = files.length > known.size ? { files } : {};
  if (op.cover !== null && card.cover === null) set["cover"] = op.cover;
  settleCover(card, set, undefined);
  const watcherIds = [...new Set([...watchersOf(card), ...op.watcherIds])];
  const watched = watcherIds.length > watchersOf(card).length;
  const changes: Change[] = fresh.map(({ id, imported, ...said }) => ({
    entity: "comment",
    id,
    set: { ...said, ...(imported ? { imported } : {}), cardId: card.id, deleted: false },
    quiet: true,
  }));
  if (fresh.length > 0 || watched) {
    changes.push({ entity: "card", id: card.id, set: { comments, watcherIds }, quiet: true });
  }
  if (Object.keys(set).length > 0) changes.push({ entity: "card", id: card.id, set });
  return accept(read, changes);
}
