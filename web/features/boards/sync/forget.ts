import { openDatabase } from "./database.ts";

/**
 * Takes what this device has seen of boards away when a person signs out. Ops that were not sent stay, and
 * what they have to settle: their own work, kept under their id, for when they are back.
 */
export async function forgetBoards(): Promise<void> {
  const database = await openDatabase();
  try {
    await new Promise<void>((resolve, reject) => {
      const tx = database.transaction("boards", "readwrite");
      // Boards are kept by their person's id; what is to be settled lies beside them under a name of its own.
      tx.objectStore("boards").delete(IDBKeyRange.bound("usr_", "usr_\uffff"));
      tx.addEventListener("complete", () => resolve());
      tx.addEventListener("abort", () => reject(tx.error ?? new Error("IndexedDB")));
    });
  } finally {
    database.close();
  }
}
