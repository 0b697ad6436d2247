import { createSignal } from "solid-js";

const keyOf = (person: string, place: string) => `aetheria.draft.${person}.${place}`;

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** A text that outlives the page, on this device, for one person at one place. A device that keeps nothing loses it only. */
export function createDraft(person: string, place: string) {
  const key = keyOf(person, place);
  const [text, setText] = createSignal(read(key));
  return {
    text,
    write(next: string): void {
      setText(next);
      try {
        if (next === "") localStorage.removeItem(key);
        else localStorage.setItem(key, next);
      } catch {
        // The text stays in the page.
      }
    },
  };
}
