import { openDatabase } from "./database.ts";

/**
 * Takes what this device has seen of boards away when a person signs out. Ops that were not sent stay: they are
 * that person's own work, kept under their id, and go out when they are back.
 */
export async function forgetBoards(): Promise<void> {
  const database = await openDatabase();
  try {
    await new Promise<void>((resolve, reject) => {
      const tx = database.transaction("boards", "readwrite");
      tx.objectStore("boards").clear();
      tx.addEventListener("complete", () => resolve());
      tx.addEventListener("abort", () => reject(tx.error ?? new Error("IndexedDB")));
    });
  } finally {
    database.close();
  }
}
