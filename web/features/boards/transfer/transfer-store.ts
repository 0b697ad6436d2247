import type { Transfer, TransferStore } from "./transfers.ts";

/** Transfers under way of a person, kept on this device. */
export function transferStore(userId: string): TransferStore {
  const key = `aetheria.transfers.${userId}`;
  return {
    read() {
      try {
        const found: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
        return Array.isArray(found) ? (found as Transfer[]) : [];
      } catch {
        return [];
      }
    },
    write(list) {
      if (list.length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(list));
    },
  };
}
