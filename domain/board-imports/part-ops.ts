import type { Op } from "#domain/boards/ops.ts";
import type { ImportCard, ImportColumn, ImportPart, ImportTag } from "./model.ts";

/** An op of an import, and the row of the file that it is for; null when it is for none. */
export interface RowOp {
  row: number | null;
  op: Op;
}

const nowhere = { after: null, before: null };

/** Lines of checklists in one op: with their signs escaped they stay below the limit of ops. */
const LINES_JSON = 40_000;

/** What comes before any card: columns in their order, without what would keep cards out, and colours of tags. */
export function firstOps(columns: readonly ImportColumn[], tags: readonly ImportTag[]): RowOp[] {
  const made = columns
    .filter(({ isNew }) => isNew)
    .map(({ id, name, category, wipLimit }): Op => {
      const fields = { name, category, wipLimit };
      return { kind: "column.create", column: id, ...nowhere, fields };
    });
  const colors = tags.map((tag): Op => ({ kind: "tag.color", ...tag }));
  return [...made, ...colors].map((op) => ({ row: null, op }));
}

/** What comes after the last card: limits that block, and the archive for columns. */
export function lastOps(columns: readonly ImportColumn[]): RowOp[] {
  const ops = columns
    .filter(({ isNew }) => isNew)
    .flatMap(({ id, wipBlock, archived }): Op[] => [
      ...(wipBlock ? [{ kind: "column.update" as const, column: id, set: { wipBlock } }] : []),
      ...(archived ? [{ kind: "column.archive" as const, column: id }] : []),
    ]);
  return ops.map((op) => ({ row: null, op }));
}

/** A card's checklists in as many ops as they take. */
function checklistOps({ card, checklists = [] }: ImportCard): Op[] {
  if (checklists.length === 0) return [];
  const names = Object.fromEntries(checklists.map(({ id, name }) => [id, { name }]));
  const ops: Op[] = [{ kind: "card.update", card, set: {}, checklists: names }];
  let items: NonNullable<Extract<Op, { kind: "card.update" }>["items"]> = {};
  let size = 0;
  const end = () => {
    if (size > 0) ops.push({ kind: "card.update", card, set: {}, items });
    items = {};
    size = 0;
  };
  for (const list of checklists) {
    for (const { id, ...line } of list.items) {
      const length = JSON.stringify(line).length + 100;
      if (size + length > LINES_JSON) end();
      items[id] = { list: list.id, ...line };
      size += length;
    }
  }
  end();
  return ops;
}

/**
 * What a part makes: its cards, each with its checklists, then comments and links, then what of it goes to the archive. The
 * same part always gives the same ops.
 */
export function partOps({ cards, comments = [], links = [] }: ImportPart): RowOp[] {
  const rows = new Map(cards.map(({ card, row }) => [card, row]));
  const rowOf = (card: string) => rows.get(card) ?? null;
  const made = cards.flatMap((one): RowOp[] => {
    const { card, column, fields, row } = one;
    const create: Op = { kind: "card.create", card, column, ...nowhere, fields };
    return [create, ...checklistOps(one)].map((op) => ({ row, op }));
  });
  const said = comments.map(({ id, ...comment }): RowOp => {
    const op: Op = { kind: "comment.create", comment: id, mentions: [], ...comment };
    return { row: rowOf(comment.card), op };
  });
  const linked = links.map((link): RowOp => ({
    row: rowOf(link.card),
    op: { kind: "card.link", ...link },
  }));
  const put = cards
    .filter(({ archived }) => archived)
    .map(({ card, row }): RowOp => ({ row, op: { kind: "card.archive", card } }));
  return [...made, ...said, ...linked, ...put];
}
