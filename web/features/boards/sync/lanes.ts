import type { Card, Column } from "#domain/boards/model.ts";
import { byRank, type Ranked } from "#domain/boards/reader.ts";
import { isThere } from "#domain/boards/whole.ts";
import { createSignal, type Accessor, type Setter } from "solid-js";

interface Lane {
  rows: Ranked[];
  ids: Accessor<readonly string[]>;
  setIds: Setter<readonly string[]>;
}

/** Where a row is, or would go, in rows that are in order. */
function indexOf(rows: readonly Ranked[], row: Ranked): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = rows[middle];
    if (other && byRank(other, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The order of cards in columns, kept up one card at a time: a move on a board of 10,000 cards costs two
 * searches. Readers of a lane wake once per `publish`, and only when that lane changed.
 */
export function createLanes() {
  const lanes = new Map<string, Lane>();
  const where = new Map<string, { lane: string; row: Ranked }>();
  const dirty = new Set<string>();
  /** The lane of the columns themselves. */
  const COLUMNS = "";

  function laneOf(name: string): Lane {
    const known = lanes.get(name);
    if (known) return known;
    const [ids, setIds] = createSignal<readonly string[]>([]);
    const lane: Lane = { rows: [], ids, setIds };
    lanes.set(name, lane);
    return lane;
  }

  function remove(id: string): void {
    const spot = where.get(id);
    if (!spot) return;
    const { rows } = laneOf(spot.lane);
    const at = indexOf(rows, spot.row);
    if (rows[at]?.id === id) rows.splice(at, 1);
    where.delete(id);
    dirty.add(spot.lane);
  }

  function put(name: string | null, { id, rank }: Ranked): void {
    const spot = where.get(id);
    if (spot && spot.lane === name && spot.row.rank === rank) return;
    remove(id);
    if (name === null) return;
    const row = { id, rank };
    const { rows } = laneOf(name);
    rows.splice(indexOf(rows, row), 0, row);
    where.set(id, { lane: name, row });
    dirty.add(name);
  }

  const placeColumn = (column: Column) => put(isThere(column) ? COLUMNS : null, column);

  return {
    columns: () => laneOf(COLUMNS).ids(),
    cards: (columnId: string) => laneOf(columnId).ids(),
    place: put,
    placeColumn,
    remove,
    reset(columns: readonly Column[], cards: readonly Card[]): void {
      where.clear();
      for (const [name, lane] of lanes) {
        lane.rows = [];
        dirty.add(name);
      }
      const add = (name: string, { id, rank }: Ranked) => {
        const row = { id, rank };
        laneOf(name).rows.push(row);
        where.set(id, { lane: name, row });
        dirty.add(name);
      };
      for (const column of columns) if (isThere(column)) add(COLUMNS, column);
      for (const card of cards) if (isThere(card)) add(card.columnId, card);
      for (const lane of lanes.values()) lane.rows.sort(byRank);
    },
    /** Tells readers what changed since the last time. */
    publish(): void {
      for (const name of dirty) {
        const lane = laneOf(name);
        lane.setIds(lane.rows.map((row) => row.id));
      }
      dirty.clear();
    },
  };
}
