import { z } from "#domain/analytics/page-zod.ts";
import { DataSet } from "#domain/analytics/data-set.ts";

const STORE = "data-sets";

/** In the place of a data set that was taken off the device and can still be brought back. */
const Leaving = z.strictObject({ id: z.string(), table: z.string(), leaves: z.number() });

const Named = z.object({ table: z.string() });

function open(scope: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(`aetheria.analytics.${scope}`, 1);
    request.addEventListener("upgradeneeded", () =>
      request.result.createObjectStore(STORE, { keyPath: "id" }),
    );
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("IndexedDB")));
  });
}

async function run<T>(
  scope: string,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open(scope);
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.addEventListener("complete", () => resolve(request.result));
      const fail = (): void => reject(transaction.error ?? new Error("IndexedDB"));
      transaction.addEventListener("error", fail);
      transaction.addEventListener("abort", fail);
    });
  } finally {
    database.close();
  }
}

/**
 * What is known of the data sets on this device (IndexedDB). `scope` names one person in one organization: each has a database of its
 * own, so that no other account on the same device sees their files. Entries that a newer version cannot read are left out.
 */
export const dataSets = {
  async list(scope: string): Promise<DataSet[]> {
    const all = await run<unknown[]>(scope, "readonly", (store) => store.getAll());
    return all
      .flatMap((one) => DataSet.safeParse(one).data ?? [])
      .toSorted((a, b) => b.addedAt - a.addedAt);
  },
  async read(scope: string, id: string): Promise<DataSet | undefined> {
    return DataSet.safeParse(await run<unknown>(scope, "readonly", (store) => store.get(id))).data;
  },
  write: (scope: string, dataSet: DataSet) =>
    run(scope, "readwrite", (store) => store.put(structuredClone(dataSet))),
  /** Changes one as it is at that moment, so that nothing written meanwhile is lost. Does nothing for one that is gone. */
  change: (scope: string, id: string, how: (dataSet: DataSet) => DataSet) =>
    run(scope, "readwrite", (store) => {
      const found = store.get(id) as IDBRequest<unknown>;
      found.addEventListener("success", () => {
        const { data } = DataSet.safeParse(found.result);
        if (data !== undefined) store.put(structuredClone(how(data)));
      });
      return found;
    }),
  /** Puts a mark in the place of a data set that goes at that time (epoch ms); `write` brings it back till then. */
  leave: (scope: string, { id, table }: DataSet, leaves: number) =>
    run(scope, "readwrite", (store) => store.put({ id, table, leaves })),
  /** Names that no other table may have, those of data sets that may still come back among them. */
  async tables(scope: string): Promise<string[]> {
    const all = await run<unknown[]>(scope, "readonly", (store) => store.getAll());
    return all.flatMap((one) => Named.safeParse(one).data?.table ?? []);
  },
  /** Ids of data sets whose time has come. */
  async left(scope: string, now: number): Promise<string[]> {
    const all = await run<unknown[]>(scope, "readonly", (store) => store.getAll());
    return all.flatMap((one) => {
      const mark = Leaving.safeParse(one).data;
      return mark !== undefined && mark.leaves <= now ? [mark.id] : [];
    });
  },
  remove: (scope: string, id: string) => run(scope, "readwrite", (store) => store.delete(id)),
};
