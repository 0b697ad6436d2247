import { describe, expect, it } from "vitest";
import { testTask } from "#web/features/boards/testing-tasks.ts";
import { groupTasks, isShown } from "./groups.ts";

describe("groupTasks", () => {
  it("puts what is late first and what has no date last, the pressing ones on top of their day", () => {
    const groups = groupTasks(
      [
        testTask(1, { dueOn: null }),
        testTask(2, { dueOn: "2026-11-24" }),
        testTask(3, { dueOn: "2026-11-24", priority: "urgent" }),
        testTask(4, { dueOn: "2026-11-20" }),
        testTask(5, { dueOn: "2027-01-01" }),
        testTask(6, { dueOn: "2026-11-19" }),
      ],
      "2026-11-24",
    );
    expect(groups.map(({ id, tasks }) => [id, tasks.map(({ title }) => title)])).toEqual([
      ["late", ["Task 6", "Task 4"]],
      ["today", ["Task 3", "Task 2"]],
      ["later", ["Task 5"]],
      ["none", ["Task 1"]],
    ]);
  });
});

describe("isShown", () => {
  const task = testTask(7, { title: "Visa des plans", priority: "high", tags: ["EXE"] });
  it.each([
    [{}, true],
    [{ text: "PLANS exe" }, true],
    [{ text: "ec-7" }, true],
    [{ text: "radier" }, false],
    [{ priority: "low" }, false],
    [{ board: task.boardId, priority: "high" }, true],
    [{ board: "brd_other" }, false],
  ])("%j shows it: %s", (filter, shown) => {
    expect(isShown(task, filter)).toBe(shown);
  });
});
