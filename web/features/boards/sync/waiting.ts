import { asked, NOTES, openDatabase } from "./database.ts";

/** Where the person's boards are named in `clients`: `{userId}/{board}`. */
const placesOf = (userId: string) => IDBKeyRange.bound(`${userId}/`, `${userId}/\uffff`);

/**
 * How many changes of a person wait on this device, by board: what this page left behind and what other tabs have
 * under way. Boards without any are left out. Fails where storage is forbidden.
 */
export async function waitingByBoard(userId: string): Promise<ReadonlyMap<string, number>> {
  const database = await openDatabase();
  try {
    const tx = database.transaction(["clients", "pending"]);
    const rows = (await asked(
      tx.objectStore("clients").index("place").getAll(placesOf(userId)),
    )) as { client: string; place: string }[];
    const counts = await Promise.all(
      rows.map(async ({ client, place }) => {
        const range = IDBKeyRange.bound([client, 0], [client, Number.MAX_SAFE_INTEGER]);
        const count = await asked(tx.objectStore("pending").count(range));
        return { board: place.slice(userId.length + 1), count };
      }),
    );
    const all = new Map<string, number>();
    for (const { board, count } of counts) {
      if (count > 0) all.set(board, (all.get(board) ?? 0) + count);
    }
    return all;
  } finally {
    database.close();
  }
}

/** How many things a person has left to settle on this device, by board. Fails where storage is forbidden. */
export async function notesByBoard(userId: string): Promise<ReadonlyMap<string, number>> {
  const database = await openDatabase();
  try {
    const shelf = database.transaction("boards").objectStore("boards");
    const start = `${NOTES}${userId}/`;
    const range = IDBKeyRange.bound(start, `${start}\uffff`);
    const [keys, rows] = await Promise.all([
      asked(shelf.getAllKeys(range)) as Promise<string[]>,
      asked(shelf.getAll(range)) as Promise<unknown[][]>,
    ]);
    return new Map(keys.map((key, i) => [key.slice(start.length), rows[i]?.length ?? 0]));
  } finally {
    database.close();
  }
}
