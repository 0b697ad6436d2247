import { z } from "zod";
import { CardTemplateId, TemplateFields } from "#domain/boards/card-template.ts";
import { CommentId, CommentText, Imported } from "#domain/boards/comment.ts";
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
} from "#domain/boards/model.ts";
import {
  ChecklistFields,
  ChecklistId,
  ItemFields,
  ItemId,
  MOST,
  Relation,
} from "#domain/boards/parts.ts";
import { Repeat } from "#domain/boards/repeat.ts";
import { idSchema } from "#domain/ids.ts";
import { line, nameLine } from "#domain/line.ts";
import { MAX_CARDS, SOURCES } from "./raw.ts";

export const ImportId = idSchema("imp");

/**
 * `filling`: its cards are on their way here. `running` and `undoing` go on wherever they were cut. `cancelled` keeps what was
 * made so far, which undo takes back as well.
 */
export const IMPORT_STATES = [
  "filling",
  "running",
  "done",
  "cancelled",
  "undoing",
  "undone",
] as const;
export const ImportState = z.enum(IMPORT_STATES);

/** Cards in one part at most, and comments, and links: a part is one push of the board's object. */
export const PART_CARDS = 100;
export const PART_MORE = 300;
/** Card templates in one part: each is written with what tells of it, in one batch. */
export const PART_TEMPLATES = 20;
/** The most parts of an import. */
export const MOST_PARTS = 20_000;

/** A checklist of a card that is made. Ids are the sender's, as those of cards. */
const ImportChecklist = z.strictObject({
  id: ChecklistId,
  ...ChecklistFields.shape,
  items: z.array(ItemFields.omit({ list: true }).extend({ id: ItemId })).max(MOST.items),
});

/** A card to be made. Its id is the sender's, so that a repeated part makes nothing twice. */
export const ImportCard = z.strictObject({
  card: CardId,
  /** The row of the file, which errors name. */
  row: z.int().positive(),
  column: ColumnId,
  fields: CardFields.partial({ cover: true }).extend({
    tags: Tags,
    assigneeIds: Assignees,
    repeat: Repeat.nullable().optional(),
  }),
  checklists: z.array(ImportChecklist).max(MOST.checklists).optional(),
  /** Whether it goes to the archive. */
  archived: z.boolean().optional(),
});
export type ImportCard = z.infer<typeof ImportCard>;

/** What was said on a card of this part or of one before it, under the name of whoever said it. */
const ImportComment = z.strictObject({
  id: CommentId,
  card: CardId,
  text: CommentText,
  imported: Imported,
});
/** A link between two cards of this part or of those before it, told from the first. */
const ImportLink = z.strictObject({ card: CardId, other: CardId, relation: Relation });

/** A card template to be made. Its id is the sender's. */
const ImportTemplate = TemplateFields.extend({ id: CardTemplateId });
export type ImportTemplate = z.infer<typeof ImportTemplate>;

/** A part of an import: cards, and what belongs to cards that are made by then. */
export const ImportPart = z.strictObject({
  cards: z.array(ImportCard).max(PART_CARDS),
  comments: z.array(ImportComment).max(PART_MORE).optional(),
  links: z.array(ImportLink).max(PART_MORE).optional(),
  templates: z.array(ImportTemplate).max(PART_TEMPLATES).optional(),
});
export type ImportPart = z.infer<typeof ImportPart>;

/** A column that cards go to. `isNew` ones are made first; their ids are the sender's. */
export const ImportColumn = z.strictObject({
  id: ColumnId,
  name: nameLine(60),
  category: Category,
  wipLimit: z.int().min(1).max(999).nullable(),
  isNew: z.boolean(),
  /** Of new ones, once their cards are made: whether the limit blocks, and whether they go to the archive. */
  wipBlock: z.boolean().optional(),
  archived: z.boolean().optional(),
});
export type ImportColumn = z.infer<typeof ImportColumn>;

/** The colour of a tag. */
const ImportTag = z.strictObject({ tag: Tag, color: Color });
export type ImportTag = z.infer<typeof ImportTag>;

/** What an import is announced with. */
export const ImportInput = z.strictObject({
  source: z.enum(SOURCES),
  fileName: line(200),
  /** The board that cards go to; null for a new one called `title`. */
  boardId: BoardId.nullable(),
  title: nameLine(120),
  columns: z.array(ImportColumn).min(1).max(60),
  /** How many cards will come. */
  total: z.int().nonnegative().max(MAX_CARDS),
  /** How many parts will come; left out, cards alone are waited for. */
  parts: z.int().nonnegative().max(MOST_PARTS).optional(),
  /** Colours for tags that have none on the board. */
  tags: z.array(ImportTag).max(500).optional(),
});
export type ImportInput = z.infer<typeof ImportInput>;

/** A row that the board refused, and why: a reason of `RejectReason`. */
export const RefusedRow = z.strictObject({ row: z.int(), reason: z.string() });
export type RefusedRow = z.infer<typeof RefusedRow>;

/** An import as its list shows it. */
export const ImportView = z
  .strictObject({
    id: ImportId,
    version: z.int().positive(),
    state: ImportState,
    source: z.enum(SOURCES),
    fileName: z.string(),
    boardId: BoardId,
    title: z.string(),
    newBoard: z.boolean(),
    total: z.int().nonnegative(),
    /** Cards that were handled so far: made, or refused. While it is undone, those taken back or left. */
    done: z.int().nonnegative(),
    refused: z.array(RefusedRow),
    /** Cards that undo left, because somebody changed them since. */
    kept: z.int().nonnegative(),
    startedBy: z.strictObject({ id: z.string(), name: z.string() }),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "BoardImport" });
export type ImportView = z.infer<typeof ImportView>;
