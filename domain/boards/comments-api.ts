import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { CommentId, Imported, Mention } from "./comment.ts";
import { OutsideCard } from "./links-api.ts";
import { BoardId, CardId } from "./model.ts";

const ofCard = z.strictObject({ id: BoardId, card: CardId });

export const CommentView = z
  .strictObject({
    id: CommentId,
    cardId: CardId,
    text: z.string(),
    mentions: z.array(Mention),
    authorId: z.string(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    /** Who wrote it, and when, where it was imported from; `authorId` is who imported it. */
    imported: Imported.optional(),
    /** The board's version that last touched it. */
    version: z.int().nonnegative(),
  })
  .meta({ id: "Comment" });
export type CommentView = z.infer<typeof CommentView>;

export const listComments = defineRoute({
  method: "get",
  path: "/boards/{id}/cards/{card}/comments",
  permission: "boards.read",
  summary: "Read the comments of a card, oldest first, from the board's object",
  params: ofCard,
  output: z.strictObject({ version: z.int().nonnegative(), items: z.array(CommentView) }),
  errors: ["board.not_found"],
});

/**
 * One thing that was done to a card. Values are as the audit log tells them. A link is told from this card's side, also when
 * it was made on, or ended from, the other card: of this board, or of another one.
 */
export const CardChange = z
  .strictObject({
    id: z.int().positive(),
    at: z.iso.datetime(),
    actorId: z.string(),
    actorName: z.string(),
    action: z.string(),
    changes: z.array(
      z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() }),
    ),
    /** Of a link with a card of another board: that card as it is now. Null for other changes, and for a card that is not there. */
    outside: OutsideCard.nullable(),
  })
  .meta({ id: "CardChange" });
export type CardChange = z.infer<typeof CardChange>;

export const readCardHistory = defineRoute({
  method: "get",
  path: "/boards/{id}/cards/{card}/history",
  permission: "boards.read",
  summary: "Read everything that was done to a card, last first, page by page",
  params: ofCard,
  query: z.strictObject({
    /** The `id` of the last change that was read. */
    before: z.coerce.number().int().positive().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ items: z.array(CardChange), next: z.int().positive().nullable() }),
  errors: ["board.not_found"],
});
