import { createSignal } from "solid-js";

/** Suggestions that a person put aside in a workspace, kept on this device. */
export function createDismissed(workspaceId: string, person: string | undefined) {
  const key = `aetheria.joins.${workspaceId}.${person ?? ""}`;
  const read = (): string[] => {
    try {
      const found: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
      return Array.isArray(found) ? found.filter((one) => typeof one === "string") : [];
    } catch {
      return [];
    }
  };
  const [list, setList] = createSignal(read());
  const write = (next: string[]): void => {
    setList(next);
    localStorage.setItem(key, JSON.stringify(next));
  };
  return {
    has: (id: string) => list().includes(id),
    add: (id: string) => write([...list(), id]),
    remove: (id: string) => write(list().filter((one) => one !== id)),
  };
}
