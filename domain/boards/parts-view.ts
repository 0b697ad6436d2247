import { z } from "zod";
import { NoteId } from "#domain/notes/model.ts";
import { BoardId, CardId } from "./model.ts";
import { ChecklistId, ItemFields, ItemId, Relation } from "./parts.ts";
import { CardView } from "./view.ts";

const ChecklistView = z.strictObject({
  id: ChecklistId,
  /** Empty for the usual name, in the reader's language. */
  name: z.string(),
  items: z.array(ItemFields.omit({ list: true }).extend({ id: ItemId })),
});

/** A card with its checklists in their order, and the cards and notes that it is linked with. */
export const WholeCardView = CardView.extend({
  checklists: z.array(ChecklistView),
  links: z.array(
    /** `board` is told of a card of another one. */
    z.strictObject({ card: CardId, board: BoardId.optional(), relation: Relation }),
  ),
  notes: z.array(NoteId),
}).meta({ id: "WholeCard" });
export type WholeCardView = z.infer<typeof WholeCardView>;
