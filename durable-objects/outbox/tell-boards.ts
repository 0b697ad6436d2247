import type { OutboxRow } from "./core.ts";

/** A board whose object has yet to be told whether it is archived. */
export interface BoardState {
  board: string;
  archived: boolean;
}

/** Whether an event archives a board or brings it back. */
export function boardStateOf({ type, entityId, after }: OutboxRow): BoardState | null {
  if (type !== "board.archived" && type !== "board.restored") return null;
  return { board: entityId, archived: (after?.["archivedAt"] ?? null) !== null };
}

/** What telling needs of the world. What is to be told is kept until `told`, across evictions. */
export interface TellDeps {
  waiting(): BoardState[];
  tell(state: BoardState): Promise<void>;
  told(state: BoardState): void;
  failed(state: BoardState, error: unknown): void;
}

/**
 * Tells boards' objects what they became. One that can't be reached keeps its place and holds up nobody.
 * @returns whether all were told.
 */
export async function tellBoards(deps: TellDeps): Promise<boolean> {
  const outcomes = await Promise.all(
    deps.waiting().map((state) =>
      deps.tell(state).then(
        () => {
          deps.told(state);
          return true;
        },
        (error: unknown) => {
          deps.failed(state, error);
          return false;
        },
      ),
    ),
  );
  return outcomes.every(Boolean);
}
