import { z } from "zod";
import { nameLine } from "#domain/line.ts";
import { NoteId } from "#domain/notes/model.ts";
import { CardFile, FileId } from "./card-file.ts";
import { CommentId, CommentText, Imported, Mentions } from "./comment.ts";
import { Cover } from "./cover.ts";
import {
  Assignees,
  BoardId,
  CardFields,
  CardId,
  Category,
  Color,
  ColumnId,
  Tag,
  Tags,
} from "./model.ts";
import { Repeat } from "./repeat.ts";
import { ChecklistFields, ChecklistId, ItemFields, ItemId, Relation } from "./parts.ts";

const version = z.int().nonnegative();

/** Registers that must still be at these versions; undo uses it to leave later values of others alone. */
const Only = z.record(z.string().max(80), version).optional();

/** Where to put something: between two neighbours as the sender saw them. Both null is the end. */
const place = <T extends z.ZodType>(id: T) => ({ after: id.nullable(), before: id.nullable() });

/** What is taken away may be of older rules. */
const delta = (items: z.ZodArray<z.ZodString>, gone = items) =>
  z.strictObject({ add: items.default([]), remove: gone.default([]) });

/** A card of another board. */
const Elsewhere = z.strictObject({ board: BoardId, card: CardId });

const CreateCard = z.strictObject({
  kind: z.literal("card.create"),
  card: CardId,
  /** The card that goes on as this one: whoever is on it is told nothing anew. */
  from: Elsewhere.optional(),
  column: ColumnId,
  ...place(CardId),
  fields: CardFields.partial().required({ title: true }).extend({
    tags: Tags.optional(),
    assigneeIds: Assignees.optional(),
    repeat: Repeat.nullable().optional(),
  }),
});

/** What becomes of parts, by id: null takes one away, an unknown id adds one, at the end unless it has a place. */
const parts = <I extends z.ZodType<string, string>, F extends z.ZodRawShape>(id: I, fields: F) =>
  z.record(id, z.strictObject({ ...fields, ...placeOf(id) }).nullable()).optional();

const placeOf = <I extends z.ZodType>(id: I) => ({
  after: id.nullable().optional(),
  before: id.nullable().optional(),
});

const UpdateCard = z.strictObject({
  kind: z.literal("card.update"),
  card: CardId,
  set: CardFields.partial()
    .extend({ cover: Cover.nullable().optional(), repeat: Repeat.nullable().optional() })
    .default({}),
  tags: delta(z.array(Tag).max(20), z.array(z.string().max(40)).max(20)).optional(),
  assignees: delta(Assignees).optional(),
  files: z
    .strictObject({
      add: z.array(CardFile).max(20).default([]),
      remove: z.array(FileId).max(50).default([]),
    })
    .optional(),
  checklists: parts(ChecklistId, ChecklistFields.partial().shape),
  items: parts(ItemId, ItemFields.partial().shape),
  only: Only,
});

/**
 * What two cards are to each other, told from one of them; null ends it. With `board` the other one is a card of that
 * board: then this side alone keeps it, as it does with a note, which `relates`.
 */
const LinkCards = z.strictObject({
  kind: z.literal("card.link"),
  card: CardId,
  other: z.union([CardId, NoteId]),
  board: BoardId.optional(),
  relation: Relation.nullable(),
  only: Only,
});

const MoveCard = z.strictObject({
  kind: z.literal("card.move"),
  card: CardId,
  column: ColumnId,
  ...place(CardId),
  only: Only,
});

const DeleteCard = z.strictObject({ kind: z.literal("card.delete"), card: CardId, only: Only });
const RestoreCard = z.strictObject({ kind: z.literal("card.restore"), card: CardId, only: Only });
/** Takes a card off the board into its archive, and back. `to` is the card as which it goes on. */
const ArchiveCard = z.strictObject({
  kind: z.literal("card.archive"),
  card: CardId,
  to: Elsewhere.optional(),
  only: Only,
});
const UnarchiveCard = z.strictObject({
  kind: z.literal("card.unarchive"),
  card: CardId,
  only: Only,
});

/** The sender begins or stops being told of what happens on a card. */
const WatchCard = z.strictObject({ kind: z.literal("card.watch"), card: CardId, on: z.boolean() });

const said = { text: CommentText, mentions: Mentions.default([]) };

const CreateComment = z.strictObject({
  kind: z.literal("comment.create"),
  comment: CommentId,
  card: CardId,
  ...said,
  /** Said by those alone who manage boards. */
  imported: Imported.optional(),
});
/** Of one's own comments alone, as the two that follow. */
const UpdateComment = z.strictObject({
  kind: z.literal("comment.update"),
  comment: CommentId,
  ...said,
  only: Only,
});
const DeleteComment = z.strictObject({
  kind: z.literal("comment.delete"),
  comment: CommentId,
  only: Only,
});
const RestoreComment = z.strictObject({
  kind: z.literal("comment.restore"),
  comment: CommentId,
  only: Only,
});

const ColumnFields = z.strictObject({
  name: nameLine(60),
  category: Category,
  wipLimit: z.int().min(1).max(999).nullable(),
  wipBlock: z.boolean(),
});

const CreateColumn = z.strictObject({
  kind: z.literal("column.create"),
  column: ColumnId,
  ...place(ColumnId),
  fields: ColumnFields.partial().required({ name: true }),
});

const UpdateColumn = z.strictObject({
  kind: z.literal("column.update"),
  column: ColumnId,
  set: ColumnFields.partial(),
  only: Only,
});

const MoveColumn = z.strictObject({
  kind: z.literal("column.move"),
  column: ColumnId,
  ...place(ColumnId),
  only: Only,
});

/** Cards of a deleted column go to the end of `moveTo`; a column that holds cards needs one. */
const DeleteColumn = z.strictObject({
  kind: z.literal("column.delete"),
  column: ColumnId,
  moveTo: ColumnId.nullable(),
  only: Only,
});
const RestoreColumn = z.strictObject({
  kind: z.literal("column.restore"),
  column: ColumnId,
  only: Only,
});

/** Takes a column off the board with all of its cards, and back. */
const ArchiveColumn = z.strictObject({
  kind: z.literal("column.archive"),
  column: ColumnId,
  only: Only,
});
const UnarchiveColumn = z.strictObject({
  kind: z.literal("column.unarchive"),
  column: ColumnId,
  only: Only,
});

/** The colour of a tag on the whole board; null leaves it to its words. */
const ColorTag = z.strictObject({
  kind: z.literal("tag.color"),
  tag: Tag,
  color: Color.nullable(),
  only: Only,
});
/** Writes another tag on every card that carries this one, archived cards too. */
const RenameTag = z.strictObject({ kind: z.literal("tag.rename"), tag: Tag, to: Tag });

/** One intention of one person. Ids are made by the client, so a repeated creation changes nothing. */
export const Op = z.discriminatedUnion("kind", [
  CreateCard,
  UpdateCard,
  MoveCard,
  DeleteCard,
  RestoreCard,
  ArchiveCard,
  UnarchiveCard,
  LinkCards,
  WatchCard,
  CreateComment,
  UpdateComment,
  DeleteComment,
  RestoreComment,
  CreateColumn,
  UpdateColumn,
  MoveColumn,
  DeleteColumn,
  RestoreColumn,
  ArchiveColumn,
  UnarchiveColumn,
  ColorTag,
  RenameTag,
]);
export type Op = z.infer<typeof Op>;
export type OpOf<K extends Op["kind"]> = Extract<Op, { kind: K }>;
