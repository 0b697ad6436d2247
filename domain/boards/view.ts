import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { Cover } from "./cover.ts";
import { Assignees, BoardId, CardFields, CardId, Category, ColumnId } from "./model.ts";
import { TaskStatus } from "./task-status.ts";

/** A board's row: its columns and cards are the object's. */
export const BoardRecord = z.strictObject({
  id: BoardId,
  version: z.int().positive(),
  title: z.string(),
  /** Begins the references of its cards, such as `EC` in `EC-207`. */
  prefix: z.string().regex(/^[A-Z][A-Z0-9]{1,5}$/),
  /** A person, or a service account. */
  createdBy: z.union([idSchema("usr"), idSchema("svc")]),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().nullable(),
});
export type BoardRecord = z.infer<typeof BoardRecord>;

/** A board as one reader sees it. `write` is about cards, `manage` about the board and its columns. */
export const BoardView = BoardRecord.extend({
  can: z.strictObject({ write: z.boolean(), manage: z.boolean() }),
}).meta({ id: "Board" });
export type BoardView = z.infer<typeof BoardView>;

/** A board in the list. */
export const ListedBoard = BoardView.extend({
  /** When the last thing happened on it, to its cards or its name, as far back as the audit log goes. */
  activeAt: z.iso.datetime(),
}).meta({ id: "ListedBoard" });
export type ListedBoard = z.infer<typeof ListedBoard>;

export const ColumnView = z
  .strictObject({
    id: ColumnId,
    name: z.string(),
    category: Category,
    wipLimit: z.int().nullable(),
    /** Whether the limit keeps cards out. */
    wipBlock: z.boolean(),
  })
  .meta({ id: "BoardColumn" });

/** A card as REST shows it; cards of one column come in their order. */
export const CardView = z
  .strictObject({
    id: CardId,
    number: z.int().nullable(),
    columnId: ColumnId,
    ...CardFields.shape,
    /** A colour, or the id of a picture among its files. */
    cover: Cover.nullable(),
    // As they were written: by whatever rules held then.
    title: z.string(),
    description: z.string(),
    tags: z.array(z.string()),
    assigneeIds: Assignees,
    /** In the board's archive: it is found, and stands in no column. */
    archived: z.boolean(),
    createdBy: z.string(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Card" });
export type CardView = z.infer<typeof CardView>;

/** A card in a list over all boards, as the projection knows it. */
export const TaskView = CardView.extend({
  boardId: BoardId,
  boardTitle: z.string(),
  /** Such as `EC-207`. */
  reference: z.string(),
  columnName: z.string(),
  category: Category,
  /** What the column means, in the API's words. */
  status: TaskStatus,
  /** The board's version that last touched the card; send it with a change. */
  version: z.int().nonnegative(),
}).meta({ id: "Task" });
export type TaskView = z.infer<typeof TaskView>;
