import { coverColor } from "./cover.ts";
import type { Card, Column } from "./model.ts";
import type { Op } from "./ops.ts";
import type { TaskChanges } from "./task-change.ts";
import { categoryOf } from "./task-status.ts";

/** One thing that somebody asks of a task over REST. */
export type TaskIntent =
  | { kind: "create"; changes: TaskChanges & { title: string } }
  | { kind: "update"; changes: TaskChanges }
  | { kind: "delete" }
  | { kind: "restore" };

const nowhere = { after: null, before: null };

/**
 * The live column that the changes ask for, of `columns` in their order. Null when they ask for none, or when the card
 * stands in one that means the same; undefined when the board has none such.
 */
export function askedColumn(
  { columnId, status }: TaskChanges,
  columns: readonly Column[],
  card: Card | undefined,
): Column | null | undefined {
  if (columnId !== undefined) return columns.find(({ id }) => id === columnId);
  if (status === undefined) return null;
  const means = ({ category }: Column) => category === categoryOf(status);
  if (columns.some((column) => column.id === card?.columnId && means(column))) return null;
  return columns.find(means);
}

const delta = (is: readonly string[], wanted: readonly string[]) => ({
  add: wanted.filter((item) => !is.includes(item)),
  remove: is.filter((item) => !wanted.includes(item)),
});

/** Registers that the intent writes: a later value of one of them is a conflict. */
export function writtenBy(intent: TaskIntent): string[] {
  if (intent.kind !== "update") return [];
  const { status, columnId, ...fields } = intent.changes;
  const moves = status !== undefined || columnId !== undefined;
  return [...Object.keys(fields), ...(moves ? ["position"] : [])];
}

/** The ops that do what is asked, on the card as it is. `column` is where it goes, null to leave it there. */
export function taskOps(
  id: string,
  intent: TaskIntent,
  card: Card | undefined,
  column: Column | null,
): Op[] {
  if (intent.kind === "delete") return [{ kind: "card.delete", card: id }];
  if (intent.kind === "restore") return [{ kind: "card.restore", card: id }];
  const { status: _status, columnId: _columnId, ...given } = intent.changes;
  if (intent.kind === "create") {
    const { cover = null, ...rest } = given;
    const fields = { ...rest, cover: coverColor(cover), title: intent.changes.title };
    return column ? [{ kind: "card.create", card: id, column: column.id, ...nowhere, fields }] : [];
  }
  const { tags, assigneeIds, ...set } = given;
  const ops: Op[] = [];
  if (Object.keys(given).length > 0) {
    ops.push({
      kind: "card.update",
      card: id,
      set,
      ...(tags ? { tags: delta(card?.tags ?? [], tags) } : {}),
      ...(assigneeIds ? { assignees: delta(card?.assigneeIds ?? [], assigneeIds) } : {}),
    });
  }
  if (column) ops.push({ kind: "card.move", card: id, column: column.id, ...nowhere });
  return ops;
}
