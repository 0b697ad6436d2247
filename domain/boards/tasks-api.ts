import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { defineRoute } from "#domain/route.ts";
import { BoardId } from "./model.ts";
import { TaskView } from "./view.ts";

export const listTasks = defineRoute({
  method: "get",
  path: "/tasks",
  permission: "boards.read",
  summary: "List cards of all boards, those due first on top",
  query: z.strictObject({
    board: BoardId.optional(),
    client: idSchema("cli").optional(),
    assignee: idSchema("usr").optional(),
    /** Due on or before this date. */
    dueBy: z.iso.date().optional(),
    /** `open` leaves out cards in columns that mean done. */
    state: z.enum(["open", "all"]).default("open"),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ items: z.array(TaskView), nextCursor: z.string().nullable() }),
  errors: ["request.invalid"],
});
