import { testCard, testId } from "#domain/boards/testing.ts";
import type { TaskView } from "#domain/boards/view.ts";

/** A task as the list of tasks answers it: card `n` of the first board of tests. */
export function testTask(n: number, more: Partial<TaskView> = {}): TaskView {
  const { rank: _rank, deleted: _deleted, born: _born, versions: _versions, ...card } = testCard();
  const place = { columnId: testId("col", 1), columnName: "Column 1", category: "todo" };
  const board = { boardId: testId("brd", 1), boardTitle: "Essai", reference: `EC-${n}` };
  const own = { id: testId("crd", n), number: n, title: `Task ${n}` };
  return { ...card, ...own, ...board, ...place, ...more } as TaskView;
}
