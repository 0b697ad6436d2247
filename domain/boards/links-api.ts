import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { BoardId, CardId, Category } from "./model.ts";
import { Relation } from "./parts.ts";

/** A card of another board, as whoever reads boards knows it. */
export const OutsideCard = z
  .strictObject({
    boardTitle: z.string(),
    reference: z.string(),
    title: z.string(),
    columnName: z.string(),
    category: Category,
    /** Archived or deleted, or its board is archived. */
    gone: z.boolean(),
  })
  .meta({ id: "OutsideCard" });
export type OutsideCard = z.infer<typeof OutsideCard>;

/** A link of a card with a card of another board, as the projection knows it. */
export const OutsideLink = z
  .strictObject({
    /** The card of this board. */
    card: CardId,
    /** What it is to the other one. */
    relation: Relation,
    /** Whether this card keeps the link; else the other one does, and it is ended there. */
    own: z.boolean(),
    boardId: BoardId,
    otherId: CardId,
    /** Null for a card that is not there, or that the reader may not see. */
    other: OutsideCard.nullable(),
  })
  .meta({ id: "OutsideLink" });
export type OutsideLink = z.infer<typeof OutsideLink>;

export const listOutsideLinks = defineRoute({
  method: "get",
  path: "/boards/{id}/links",
  permission: "boards.read",
  summary: "List the links of a board's cards with cards of other boards, told from either side",
  params: z.strictObject({ id: BoardId }),
  output: z.strictObject({ items: z.array(OutsideLink) }),
  errors: ["board.not_found"],
});
