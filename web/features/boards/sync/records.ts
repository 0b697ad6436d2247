import { createStore, reconcile } from "solid-js/store";

/** A record of its own, to its depth: what Solid writes into it must never reach the replica's. */
function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copyOf(part)])) as T;
}

/**
 * Records as Solid state, each made when it is first read: of a board of thousands a screen reads some dozens.
 * @param read the record as the replica's view has it.
 */
export function createRecords<T extends object>(read: (id: string) => T | undefined) {
  interface Cell {
    now(): T | undefined;
    update(): void;
  }
  const cells = new Map<string, Cell>();
  const current = (id: string) => {
    const record = read(id);
    return record && copyOf(record);
  };
  function cellOf(id: string): Cell {
    const [state, setState] = createStore<{ now: T | undefined }>({ now: current(id) });
    const cell: Cell = {
      now: () => state.now,
      update: () => setState(reconcile({ now: current(id) }, { key: null, merge: false })),
    };
    cells.set(id, cell);
    return cell;
  }
  return {
    of: (id: string) => (cells.get(id) ?? cellOf(id)).now(),
    /** The record may look different. */
    changed: (id: string) => cells.get(id)?.update(),
    allChanged(): void {
      for (const cell of cells.values()) cell.update();
    },
  };
}
