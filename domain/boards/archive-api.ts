import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { BoardId, CardId, ColumnId } from "./model.ts";

/** Where a card went that was moved to another board. */
export const MovedTo = z.strictObject({ board: BoardId, card: CardId });

/** A card that is off its board: in the archive, or deleted. Either can be brought back by an op. */
export const OffBoardCard = z
  .strictObject({
    id: CardId,
    /** Such as `EC-207`. */
    reference: z.string(),
    title: z.string(),
    columnId: ColumnId,
    columnName: z.string(),
    tags: z.array(z.string()),
    updatedAt: z.iso.datetime(),
    /** The card of another board as which it went on. */
    movedTo: MovedTo.nullable(),
  })
  .meta({ id: "OffBoardCard" });
export type OffBoardCard = z.infer<typeof OffBoardCard>;

export const listOffBoard = defineRoute({
  method: "get",
  path: "/boards/{id}/archive",
  permission: "boards.read",
  summary: "List a board's archived or deleted cards, those changed last on top",
  params: z.strictObject({ id: BoardId }),
  query: z.strictObject({
    state: z.enum(["archived", "deleted"]).default("archived"),
    /** Words of the card: of an archived one anywhere in it, of a deleted one in its title. */
    q: z.string().trim().max(100).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.strictObject({ items: z.array(OffBoardCard), nextCursor: z.string().nullable() }),
  errors: ["board.not_found", "request.invalid"],
});
