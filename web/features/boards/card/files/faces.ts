import { onCleanup } from "solid-js";
import { download } from "#web/lib/api.ts";

/** So many are fetched at once: the board's own work comes first. */
const AT_ONCE = 4;

/**
 * The small pictures of a board's files as addresses of this page: fetched once each, with the person's own rights, and
 * kept while the board is open. What could not be fetched is asked for again the next time.
 */
export function createFaces(board: () => string) {
  const known = new Map<string, string>();
  const asked = new Map<string, Promise<string | null>>();
  const waiting: (() => void)[] = [];
  let running = 0;
  let closed = false;
  onCleanup(() => {
    closed = true;
    for (const address of known.values()) URL.revokeObjectURL(address);
  });

  async function turn(): Promise<void> {
    if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
    running += 1;
  }
  async function fetchOne(file: string): Promise<string | null> {
    await turn();
    try {
      if (closed) return null;
      const address = URL.createObjectURL(await download(`/boards/${board()}/files/${file}/face`));
      known.set(file, address);
      return address;
    } catch {
      return null;
    } finally {
      asked.delete(file);
      running -= 1;
      waiting.shift()?.();
    }
  }

  return {
    /** What was fetched before, at once. */
    known: (file: string): string | undefined => known.get(file),
    /** Null when it can't be had now. */
    url(file: string): Promise<string | null> {
      const address = known.get(file);
      if (address !== undefined) return Promise.resolve(address);
      const under = asked.get(file) ?? fetchOne(file);
      asked.set(file, under);
      return under;
    },
  };
}
