import { z } from "zod";
import {
  Assignees,
  BoardId,
  CardFields,
  CardId,
  Category,
  ColumnId,
  Tags,
} from "#domain/boards/model.ts";
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

/** Cards in one part at most: a part is one push of the board's object. */
export const PART_CARDS = 100;

/** A card to be made. Its id is the sender's, so that a repeated part makes nothing twice. */
export const ImportCard = z.strictObject({
  card: CardId,
  /** The row of the file, which errors name. */
  row: z.int().positive(),
  column: ColumnId,
  fields: CardFields.partial({ cover: true }).extend({ tags: Tags, assigneeIds: Assignees }),
});
export type ImportCard = z.infer<typeof ImportCard>;

/** A column that cards go to. `isNew` ones are made first; their ids are the sender's. */
export const ImportColumn = z.strictObject({
  id: ColumnId,
  name: nameLine(60),
  category: Category,
  wipLimit: z.int().min(1).max(999).nullable(),
  isNew: z.boolean(),
});
export type ImportColumn = z.infer<typeof ImportColumn>;

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
