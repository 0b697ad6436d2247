import { DUE_STATES, type DueState } from "#domain/boards/view-config.ts";
import type { TaskView } from "#domain/boards/view.ts";
import { dueState, plain } from "#web/features/boards/board/filter.ts";

/** Tasks that are due alike. */
export interface TaskGroup {
  id: DueState;
  tasks: readonly TaskView[];
}

/** Which of the tasks are shown; what is left out holds nothing back. */
export interface TaskFilter {
  text?: string | undefined;
  board?: string | undefined;
  priority?: string | undefined;
}

const WEIGHT = { urgent: 0, high: 1, medium: 2, low: 3, none: 4 } as const;

/** Deals open tasks out by how their date stands to today (YYYY-MM-DD): what is late first, the pressing ones on top. */
export function groupTasks(tasks: readonly TaskView[], today: string): readonly TaskGroup[] {
  const by = Map.groupBy(tasks, (task) => dueState(task.dueOn, today, false) ?? "none");
  return DUE_STATES.flatMap((state) => {
    const found = by.get(state);
    if (!found) return [];
    const sorted = found.toSorted(
      (a, b) =>
        (a.dueOn ?? "").localeCompare(b.dueOn ?? "") || WEIGHT[a.priority] - WEIGHT[b.priority],
    );
    return [{ id: state, tasks: sorted }];
  });
}

/** Whether a task meets every condition. */
export function isShown(task: TaskView, filter: TaskFilter): boolean {
  if (filter.board && task.boardId !== filter.board) return false;
  if (filter.priority && task.priority !== filter.priority) return false;
  const words = plain(`${task.title} ${task.reference} ${task.boardTitle} ${task.tags.join(" ")}`);
  return plain(filter.text ?? "")
    .split(/\s+/)
    .every((word) => words.includes(word));
}
