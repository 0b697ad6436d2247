import { describe, expect, it } from "vitest";
import type { Card, Column } from "./model.ts";
import { TaskChanges } from "./task-change.ts";
import { askedColumn, taskOps, writtenBy } from "./task-ops.ts";
import { categoryOf, statusOf, TaskStatus } from "./task-status.ts";
import { CATEGORIES } from "./model.ts";
import { testId } from "./testing.ts";

const column = (n: number, category: Column["category"]): Column => ({
  id: testId("col", n),
  name: `Column ${n}`,
  category,
  wipLimit: null,
  wipBlock: false,
  archived: false,
  rank: `a${n}`,
  deleted: false,
  born: n,
  versions: {},
});
const COLUMNS = [column(1, "todo"), column(2, "doing"), column(3, "doing")];
const card = (columnId: string) =>
  ({ id: testId("crd", 1), columnId, tags: ["a", "b"], assigneeIds: [] }) as unknown as Card;
const inColumn = (n: number) => card(testId("col", n));

describe("statuses", () => {
  it("stand for one category each, and none is left out", () => {
    expect(TaskStatus.options.map(categoryOf)).toEqual([...CATEGORIES]);
    expect(CATEGORIES.map(statusOf)).toEqual(TaskStatus.options);
  });

  it("lead to the first column that means it, and leave a card where it means so already", () => {
    const to = (n: number) => askedColumn({ status: "in_progress" }, COLUMNS, inColumn(n));
    expect(to(1)?.id).toBe(testId("col", 2));
    expect(to(3)).toBeNull();
    expect(askedColumn({ status: "done" }, COLUMNS, inColumn(1))).toBeUndefined();
    expect(askedColumn({ title: "T" }, COLUMNS, inColumn(1))).toBeNull();
  });

  it("give way to a column that is named", () => {
    const asked = { status: "todo", columnId: testId("col", 3) } as const;
    expect(askedColumn(asked, COLUMNS, inColumn(2))?.id).toBe(testId("col", 3));
    expect(askedColumn({ columnId: testId("col", 9) }, COLUMNS, inColumn(2))).toBeUndefined();
  });
});

describe("ops of a request", () => {
  it("add and take off labels one by one, and move last", () => {
    const intent = { kind: "update", changes: { tags: ["b", "c"], title: "T" } } as const;
    const changes = { ...intent.changes, tags: [...intent.changes.tags] };
    const ops = taskOps("crd", { kind: "update", changes }, inColumn(1), column(2, "doing"));
    expect(ops).toEqual([
      {
        kind: "card.update",
        card: "crd",
        set: { title: "T" },
        tags: { add: ["c"], remove: ["a"] },
      },
      { kind: "card.move", card: "crd", column: testId("col", 2), after: null, before: null },
    ]);
  });

  it("write what they name: a status is a place", () => {
    const changes = { title: "T", status: "done" } as const;
    expect(writtenBy({ kind: "update", changes })).toEqual(["title", "position"]);
    expect(writtenBy({ kind: "delete" })).toEqual([]);
  });

  it("need at least one field, and know no others", () => {
    expect(TaskChanges.safeParse({}).success).toBe(false);
    expect(TaskChanges.safeParse({ rank: "a0" }).success).toBe(false);
    expect(TaskChanges.safeParse({ status: "doing" }).success).toBe(false);
  });
});
