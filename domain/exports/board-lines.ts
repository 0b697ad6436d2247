import { z } from "zod";
import { ActorKind } from "#domain/audit/model.ts";
import { CardFile } from "#domain/boards/card-file.ts";
import { CommentId, Imported, Mention } from "#domain/boards/comment.ts";
import { Cover } from "#domain/boards/cover.ts";
import {
  Assignees,
  BoardId,
  CardFields,
  CardId,
  Category,
  Color,
  ColumnId,
} from "#domain/boards/model.ts";
import { Repeat } from "#domain/boards/repeat.ts";
import { ChecklistFields, ItemFields, Relation } from "#domain/boards/parts.ts";

const Count = z.int().nonnegative();
const Instant = z.iso.datetime();
const Rank = z.string().min(1).max(400);
const Versions = z.record(z.string().max(80), Count);

/** Parts of a card, by id. */
const parts = <T extends z.ZodType>(part: T) => z.record(z.string().max(70), part).optional();

const Card = z.strictObject({
  ...CardFields.shape,
  title: z.string().min(1).max(300),
  id: CardId,
  number: Count.nullable(),
  columnId: ColumnId,
  rank: Rank,
  tags: z.array(z.string().min(1).max(40)).max(20),
  assigneeIds: Assignees,
  // What follows came later than the first archives.
  cover: Cover.nullable().optional(),
  repeat: Repeat.nullable().optional(),
  archived: z.boolean().optional(),
  checklists: parts(ChecklistFields.extend({ rank: Rank })),
  items: parts(ItemFields.extend({ rank: Rank })),
  links: parts(Relation),
  createdBy: z.string().max(40),
  createdAt: Instant,
  updatedAt: Instant,
  deleted: z.boolean(),
  born: Count,
  versions: Versions,
  files: z
    .array(CardFile.extend({ name: z.string().max(200), by: z.string().max(40), at: Instant }))
    .max(100)
    .optional(),
  comments: Count.optional(),
  watcherIds: z.array(z.string().max(40)).optional(),
  cameFrom: z.string().max(80).optional(),
  movedTo: z.string().max(80).nullable().optional(),
});

const Comment = z.strictObject({
  id: CommentId,
  cardId: CardId,
  text: z.string().max(10_000),
  mentions: z.array(Mention).max(20),
  authorId: z.string().max(40),
  createdAt: Instant,
  editedAt: Instant.nullable(),
  imported: Imported.optional(),
  deleted: z.boolean(),
  born: Count,
  versions: Versions,
});

const Column = z.strictObject({
  id: ColumnId,
  name: z.string().min(1).max(300),
  category: Category,
  wipLimit: z.int().nullable(),
  wipBlock: z.boolean().optional(),
  archived: z.boolean().optional(),
  rank: Rank,
  deleted: z.boolean(),
  born: Count,
  versions: Versions,
});

const Tag = z.strictObject({
  id: z.string().min(1).max(40),
  color: Color.nullable(),
  born: Count,
  versions: Versions,
});

const Meta = z.strictObject({
  kind: z.literal("board"),
  board: BoardId,
  version: Count,
  minLog: Count,
  projected: Count,
  nextNumber: z.int().positive(),
  archived: z.boolean(),
});

const Part = z.looseObject({
  entity: z.enum(["card", "column", "comment", "tag"]),
  id: z.string().max(40),
});

const Op = z.strictObject({
  kind: z.literal("op"),
  version: z.int().positive(),
  client: z.string().min(1).max(200),
  seq: Count,
  user: z.string().max(40),
  at: Instant,
  op: z.string().max(40),
  changes: z.array(Part),
  inverse: z.array(Part),
  origin: z
    .strictObject({
      name: z.string().max(200),
      kind: ActorKind,
      address: z.string().max(100).nullable(),
      requestId: z.string().max(100),
    })
    .nullable(),
});

/** A line of a board in an archive: first the board itself, then its columns, cards and comments (the deleted ones too), the colours of its tags, and its log. */
export const BoardLine = z.discriminatedUnion("kind", [
  Meta,
  z.strictObject({ kind: z.literal("column"), changed: Count, column: Column }),
  z.strictObject({ kind: z.literal("card"), changed: Count, card: Card }),
  z.strictObject({ kind: z.literal("comment"), changed: Count, comment: Comment }),
  z.strictObject({ kind: z.literal("tag"), changed: Count, tag: Tag }),
  Op,
]);
export type BoardLine = z.infer<typeof BoardLine>;
