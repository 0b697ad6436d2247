import { z } from "zod";
import { Cover } from "./cover.ts";
import { Assignees, BoardId, CardFields, ColumnId, Tags } from "./model.ts";
import { TaskStatus } from "./task-status.ts";

const fields = {
  ...CardFields.partial().shape,
  /** The whole list: what is missing in it is taken off. */
  tags: Tags.optional(),
  assigneeIds: Assignees.optional(),
  /** The first column that means this; a card that stands in one already stays where it is. */
  status: TaskStatus.optional(),
  /** The column itself, for boards where several mean the same. It wins over `status`. */
  columnId: ColumnId.optional(),
};

/** What `PATCH /tasks/{id}` may change. Fields that are left out stay as they are. */
export const TaskChanges = z
  .strictObject({
    ...fields,
    /** A colour, or the id of a picture among the task's files; one that is not there is left out. */
    cover: Cover.nullable().optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, { error: "at least one field" });
export type TaskChanges = z.infer<typeof TaskChanges>;

/** A new task: it goes to the end of its column, the first of the board unless told. */
export const TaskInput = z.strictObject({
  boardId: BoardId,
  ...fields,
  title: CardFields.shape.title,
});
export type TaskInput = z.infer<typeof TaskInput>;
