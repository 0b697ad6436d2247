import { createStore, reconcile } from "solid-js/store";

/** A record of its own: what Solid writes into it must never reach the replica's. */
function copyOf<T extends object>(record: T): T {
  const parts = Object.entries(record).map(([name, value]: [string, unknown]) => {
    if (Array.isArray(value)) return [name, [...(value as unknown[])]];
    return [name, typeof value === "object" && value !== null ? { ...value } : value];
  });
  return Object.fromEntries(parts) as T;
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
