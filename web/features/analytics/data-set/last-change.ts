import { createStore } from "solid-js/store";

const [changes, setChanges] = createStore<Record<string, number>>({});

/** Notes a change of a data set; true as long as nothing else changed it since, so that only the last change can be undone. */
export function lastChange(id: string): () => boolean {
  const own = (changes[id] ?? 0) + 1;
  setChanges(id, own);
  return () => changes[id] === own;
}
