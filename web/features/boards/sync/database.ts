const DATABASE = "aetheria.boards";

/**
 * What is to be settled, `notes/{userId}/{board}`: it lies beside the boards, so that no older page has to close its
 * database for a shelf of its own.
 */
export const NOTES = "notes/";

/** The boards of this device: client names, the ops that wait under them, the boards as last seen. */
export function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener("upgradeneeded", () => {
      const clients = request.result.createObjectStore("clients", { keyPath: "client" });
      clients.createIndex("place", "place");
      request.result.createObjectStore("pending", { keyPath: ["client", "seq"] });
      request.result.createObjectStore("boards");
    });
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("IndexedDB")));
    request.addEventListener("blocked", () => reject(new Error("IndexedDB is blocked")));
  });
}

/** The answer of one request. */
export const asked = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("IndexedDB")));
  });
