import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { NoteId } from "#domain/notes/model.ts";
import { defineRoute } from "#domain/route.ts";
import { MovedTo } from "./archive-api.ts";
import { BoardId, CardId, Priority, Tag } from "./model.ts";
import { TaskChanges, TaskInput } from "./task-change.ts";
import { TaskStatus } from "./task-status.ts";
import { TaskView } from "./view.ts";

/** The board is told where cards of two boards carry the same id: ids are unique within their board. */
const one = {
  params: z.strictObject({ id: CardId }),
  query: z.strictObject({ board: BoardId.optional() }),
};
/** `projected` is false when lists and search don't show it yet: they follow by themselves. */
const TaskAnswer = TaskView.extend({ projected: z.boolean() }).meta({ id: "ChangedTask" });

export const listTasks = defineRoute({
  method: "get",
  path: "/tasks",
  permission: "boards.read",
  summary: "List cards of all boards, those due first on top",
  query: z.strictObject({
    board: BoardId.optional(),
    client: idSchema("cli").optional(),
    /** Linked with this note. */
    note: NoteId.optional(),
    assignee: idSchema("usr").optional(),
    /** Due on or before this date. */
    dueBy: z.iso.date().optional(),
    status: TaskStatus.optional(),
    tag: Tag.optional(),
    priority: Priority.optional(),
    /** Words of title, tags, description and the name of the board, each of which may go on, or references. */
    q: z.string().max(200).optional(),
    /** `open` leaves out cards in columns that mean done; it is so unless a status is asked for. */
    state: z.enum(["open", "all"]).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ items: z.array(TaskView), nextCursor: z.string().nullable() }),
  errors: ["request.invalid"],
});

export const createTask = defineRoute({
  method: "post",
  path: "/tasks",
  permission: "boards.write",
  summary: "Create a task on a board",
  body: TaskInput,
  output: TaskAnswer,
  status: 201,
  errors: ["board.not_found", "board.archived", "board.column_not_found", "board.op_rejected"],
});

export const readTask = defineRoute({
  method: "get",
  path: "/tasks/{id}",
  permission: "boards.read",
  summary: "Read a task",
  ...one,
  /** With the card of another board as which it went on, where it was moved. */
  output: TaskView.extend({ movedTo: MovedTo.nullable() }).meta({ id: "ReadTask" }),
  errors: ["board.card_not_found", "board.card_ambiguous"],
});

export const updateTask = defineRoute({
  method: "patch",
  path: "/tasks/{id}",
  permission: "boards.write",
  summary: "Change some fields of a task; a later value of one of them is a conflict",
  params: one.params,
  body: z.strictObject({
    version: z.int().nonnegative(),
    changes: TaskChanges,
    /** As the query of the other routes. */
    board: BoardId.optional(),
  }),
  output: TaskAnswer,
  errors: [
    "board.card_not_found",
    "board.card_ambiguous",
    "board.archived",
    "board.column_not_found",
    "board.op_rejected",
    "conflict.version",
  ],
});

export const deleteTask = defineRoute({
  method: "delete",
  path: "/tasks/{id}",
  permission: "boards.write",
  summary: "Delete a task; it can be restored",
  ...one,
  output: z.strictObject({ projected: z.boolean() }),
  errors: ["board.card_not_found", "board.card_ambiguous", "board.archived", "board.op_rejected"],
});

export const restoreTask = defineRoute({
  method: "post",
  path: "/tasks/{id}/restore",
  permission: "boards.write",
  summary: "Bring a deleted task back",
  ...one,
  output: TaskAnswer,
  errors: ["board.card_not_found", "board.card_ambiguous", "board.archived", "board.op_rejected"],
});
