import { z } from "zod";
import type { Category } from "./model.ts";

/** How the API calls the categories of columns: backlog, to do, in progress, validation, done. */
export const TaskStatus = z.enum(["backlog", "todo", "in_progress", "validation", "done"]);
export type TaskStatus = z.infer<typeof TaskStatus>;

const CATEGORY_OF = {
  backlog: "backlog",
  todo: "todo",
  in_progress: "doing",
  validation: "review",
  done: "done",
} as const satisfies Record<TaskStatus, z.infer<typeof Category>>;

/** The category of columns that a status stands for. */
export function categoryOf(status: TaskStatus): z.infer<typeof Category> {
  return CATEGORY_OF[status];
}

/** The status of the cards in a column of this category. */
export function statusOf(category: z.infer<typeof Category>): TaskStatus {
  return category === "doing" ? "in_progress" : category === "review" ? "validation" : category;
}
