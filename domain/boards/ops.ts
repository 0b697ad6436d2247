import { z } from "zod";
import { nameLine } from "#domain/line.ts";
import { CommentId, CommentText, Mentions } from "./comment.ts";
import { Assignees, CardFields, CardId, Category, ColumnId, Tag, Tags } from "./model.ts";

const version = z.int().nonnegative();

/** Registers that must still be at these versions; undo uses it to leave later values of others alone. */
const Only = z.record(z.string().max(20), version).optional();

/** Where to put something: between two neighbours as the sender saw them. Both null is the end. */
const place = <T extends z.ZodType>(id: T) => ({ after: id.nullable(), before: id.nullable() });

/** What is taken away may be of older rules. */
const delta = (items: z.ZodArray<z.ZodString>, gone = items) =>
  z.strictObject({ add: items.default([]), remove: gone.default([]) });

const CreateCard = z.strictObject({
  kind: z.literal("card.create"),
  card: CardId,
  column: ColumnId,
  ...place(CardId),
  fields: CardFields.partial()
    .required({ title: true })
    .extend({ tags: Tags.optional(), assigneeIds: Assignees.optional() }),
});

const UpdateCard = z.strictObject({
  kind: z.literal("card.update"),
  card: CardId,
  set: CardFields.partial().default({}),
  tags: delta(z.array(Tag).max(20), z.array(z.string().max(40)).max(20)).optional(),
  assignees: delta(Assignees).optional(),
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

/** The sender begins or stops being told of what happens on a card. */
const WatchCard = z.strictObject({ kind: z.literal("card.watch"), card: CardId, on: z.boolean() });

const said = { text: CommentText, mentions: Mentions.default([]) };

const CreateComment = z.strictObject({
  kind: z.literal("comment.create"),
  comment: CommentId,
  card: CardId,
  ...said,
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

/** One intention of one person. Ids are made by the client, so a repeated creation changes nothing. */
export const Op = z.discriminatedUnion("kind", [
  CreateCard,
  UpdateCard,
  MoveCard,
  DeleteCard,
  RestoreCard,
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
]);
export type Op = z.infer<typeof Op>;
export type OpOf<K extends Op["kind"]> = Extract<Op, { kind: K }>;
