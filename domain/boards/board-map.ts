import {
  type Change,
  changedCard,
  changedColumn,
  changedComment,
  changedTag,
  type Stamp,
} from "./changes.ts";
import type { Comment } from "./comment.ts";
import type { BoardTag, Card, Column } from "./model.ts";
import { type BoardReader, byRank, type Lane, type Ranked } from "./reader.ts";
import { isThere } from "./whole.ts";

/** A board in memory. `base`, when given, is read through: a layer of pending changes over confirmed ones. */
export interface BoardMap {
  version: number;
  columns: Map<string, Column>;
  cards: Map<string, Card>;
  /** Those that somebody asked for and those that changed since; never all of them. */
  comments: Map<string, Comment>;
  /** Tags that were given a colour. */
  tags: Map<string, BoardTag>;
  base: BoardMap | null;
}

/** An empty board, or an empty layer over one. */
export function boardMap(base: BoardMap | null = null): BoardMap {
  const version = base?.version ?? 0;
  return {
    version,
    columns: new Map(),
    cards: new Map(),
    comments: new Map(),
    tags: new Map(),
    base,
  };
}

/** A card of the board, seen through its layers. */
export function cardOf(board: BoardMap, id: string): Card | undefined {
  return board.cards.get(id) ?? (board.base ? cardOf(board.base, id) : undefined);
}

/** A column of the board, seen through its layers. */
export function columnOf(board: BoardMap, id: string): Column | undefined {
  return board.columns.get(id) ?? (board.base ? columnOf(board.base, id) : undefined);
}

/** A comment that this board was told of, seen through its layers. */
export function commentOf(board: BoardMap, id: string): Comment | undefined {
  return board.comments.get(id) ?? (board.base ? commentOf(board.base, id) : undefined);
}

/** A tag that has a colour, seen through its layers. */
export function tagOf(board: BoardMap, id: string): BoardTag | undefined {
  return board.tags.get(id) ?? (board.base ? tagOf(board.base, id) : undefined);
}

/** Applies changes in place. What is said of cards that this board does not hold is passed over. */
export function applyChanges(board: BoardMap, changes: readonly Change[], stamp: Stamp): void {
  for (const change of changes) {
    if (change.entity === "card") {
      const card = changedCard(cardOf(board, change.id), change, stamp);
      if (card) board.cards.set(change.id, card);
    } else if (change.entity === "comment") {
      const comment = changedComment(commentOf(board, change.id), change, stamp);
      if (comment) board.comments.set(change.id, comment);
    } else if (change.entity === "tag") {
      board.tags.set(change.id, changedTag(tagOf(board, change.id), change, stamp));
    } else {
      board.columns.set(change.id, changedColumn(columnOf(board, change.id), change, stamp));
    }
  }
  board.version = stamp.version;
}

function* visible<T extends { id: string }>(
  board: BoardMap,
  pick: (layer: BoardMap) => Map<string, T>,
): Generator<T> {
  for (const record of pick(board).values()) yield record;
  if (!board.base) return;
  const over = pick(board);
  for (const record of visible(board.base, pick)) if (!over.has(record.id)) yield record;
}

function* only<T>(rows: Iterable<T>, belongs: (row: T) => boolean): Generator<T> {
  for (const row of rows) if (belongs(row)) yield row;
}

/** All cards, deleted ones too. */
export const allCards = (board: BoardMap) => visible(board, (layer) => layer.cards);
/** All columns, deleted ones too. */
export const allColumns = (board: BoardMap) => visible(board, (layer) => layer.columns);
/** All comments that this board was told of, deleted ones too. */
export const allComments = (board: BoardMap) => visible(board, (layer) => layer.comments);

/** A lane over a scan: linear, which is quicker than keeping an order for boards of some thousand cards. */
export function scanLane(rows: () => Iterable<Ranked>, find: Lane["find"]): Lane {
  return {
    find,
    next(rank) {
      let best: Ranked | undefined;
      for (const row of rows()) {
        if ((rank === null || row.rank > rank) && (!best || byRank(row, best) < 0)) best = row;
      }
      return best;
    },
    previous(rank) {
      let best: Ranked | undefined;
      for (const row of rows()) {
        if ((rank === null || row.rank < rank) && (!best || byRank(row, best) > 0)) best = row;
      }
      return best;
    },
    all: () => [...rows()].toSorted(byRank),
  };
}

/** Reads a board in memory as the reducer wants it. It has no history, so it never sees a concurrent edit. */
export function mapReader(board: BoardMap): BoardReader {
  return {
    card: (id) => cardOf(board, id),
    column: (id) => columnOf(board, id),
    comment: (id) => commentOf(board, id),
    tag: (id) => tagOf(board, id),
    tagged: (tag) =>
      [...only(allCards(board), (card) => card.tags.includes(tag))].map(({ id }) => id),
    nextNumber: () => null,
    cardLane(columnId, except) {
      const belongs = (card: Card) =>
        card.columnId === columnId && isThere(card) && card.id !== except;
      return scanLane(
        () => only(allCards(board), belongs),
        (id) => {
          const card = cardOf(board, id);
          return card && belongs(card) ? card : undefined;
        },
      );
    },
    columnLane(except) {
      const belongs = (column: Column) => isThere(column) && column.id !== except;
      return scanLane(
        () => only(allColumns(board), belongs),
        (id) => {
          const column = columnOf(board, id);
          return column && belongs(column) ? column : undefined;
        },
      );
    },
  };
}
