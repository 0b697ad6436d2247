const DATABASE = "aetheria";
const STORE = "kept";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE));
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("IndexedDB")));
  });
}

async function run<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.addEventListener("complete", () => resolve(request.result));
      transaction.addEventListener("abort", () =>
        reject(transaction.error ?? new Error("IndexedDB")),
      );
    });
  } finally {
    database.close();
  }
}

async function update(key: string, change: (value: unknown) => unknown): Promise<void> {
  await run("readwrite", (store) => {
    const found = store.get(key);
    found.addEventListener("success", () => store.put(change(found.result), key));
    return found;
  });
}

/** Values kept on this device between visits (IndexedDB). Each call may fail where storage is forbidden or full. */
export const kept = {
  read: (key: string) => run<unknown>("readonly", (store) => store.get(key)),
  write: (key: string, value: unknown) => run("readwrite", (store) => store.put(value, key)),
  /** Changes a value in one step, whatever other tabs do to it meanwhile. */
  update,
  clear: () => run("readwrite", (store) => store.clear()),
};
