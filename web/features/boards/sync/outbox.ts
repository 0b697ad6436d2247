/** What waits is looked at again this often. */
const AGAIN_MS = 5_000;
/** A board that was just left may still write its last answers down. */
const LEFT_MS = 300;

export interface OutboxDeps {
  /** Changes that wait on the device, by board. */
  count(): Promise<ReadonlyMap<string, number>>;
  report(board: string, count: number): void;
  /** What is left to settle on the device, by board. */
  notes(): Promise<ReadonlyMap<string, number>>;
  reportNotes(board: string, count: number): void;
  /** Sends what waits for a board; false when this person may not change it (any more). */
  send(board: string): Promise<boolean>;
  online(): boolean;
}

/**
 * Changes of boards that no page has open: counted wherever the person is, and sent when the network is back,
 * for whoever made them offline and left the board has no reason to come back to it.
 */
export function createOutbox(deps: OutboxDeps) {
  const open = new Map<string, number>();
  /** Nobody can send what is for these: kept on the device for the day they may be opened, and not spoken of. */
  const refused = new Set<string>();
  let told = new Set<string>();
  let noted = new Set<string>();
  let looking: Promise<void> | undefined;
  let closed = false;

  async function tell(): Promise<readonly string[]> {
    const counts = await deps.count().catch(() => new Map<string, number>());
    if (closed) return [];
    const mine = [...counts.keys()].filter((board) => !open.has(board) && !refused.has(board));
    for (const board of told) if (!counts.has(board) && !open.has(board)) deps.report(board, 0);
    for (const board of mine) deps.report(board, counts.get(board) ?? 0);
    told = new Set(mine);
    return mine;
  }

  /** An open board tells of its own. */
  async function tellNotes(): Promise<void> {
    const notes = await deps.notes().catch(() => new Map<string, number>());
    if (closed) return;
    for (const board of noted)
      if (!notes.has(board) && !open.has(board)) deps.reportNotes(board, 0);
    noted = new Set([...notes.keys()].filter((board) => !open.has(board)));
    for (const board of noted) deps.reportNotes(board, notes.get(board) ?? 0);
  }

  async function work(): Promise<void> {
    const [boards] = await Promise.all([tell(), tellNotes()]);
    if (!deps.online() || boards.length === 0) return;
    for (const board of boards) {
      if (closed || open.has(board) || !deps.online()) continue;
      // A page that could not be fetched, a device that refuses: tried again by and by.
      const taken = await deps.send(board).catch(() => true);
      if (!taken) {
        refused.add(board);
        if (!closed) deps.report(board, 0);
      }
    }
    await Promise.all([tell(), tellNotes()]);
  }

  /** Counts, and sends what can be sent. One round at a time. */
  function look(): Promise<void> {
    looking ??= work().finally(() => (looking = undefined));
    return looking;
  }
  const timer = setInterval(() => {
    if (told.size > 0 || !deps.online()) void look();
  }, AGAIN_MS);

  return {
    look,
    /** A page has the board open and reports for it itself, until the answer is called. */
    opened(board: string): () => void {
      open.set(board, (open.get(board) ?? 0) + 1);
      return () => {
        const left = (open.get(board) ?? 1) - 1;
        if (left > 0) {
          open.set(board, left);
          return;
        }
        open.delete(board);
        // The page's last word stands until the device has been asked.
        told.add(board);
        setTimeout(() => void look(), LEFT_MS);
      };
    },
    close(): void {
      closed = true;
      clearInterval(timer);
      for (const board of told) deps.report(board, 0);
      for (const board of noted) deps.reportNotes(board, 0);
    },
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
