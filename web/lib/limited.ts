import { createSignal } from "solid-js";

const [until, setUntil] = createSignal<number | null>(null);

/** Until when the server takes no more requests of this person, UTC milliseconds; null while it does. Reactive. */
export const limitedUntil = until;

/** Notes that the person's requests of this minute are used up, and that the next may go in so many milliseconds. */
export function noteLimit(ms: number, now = Date.now()): void {
  const at = now + ms;
  setUntil((before) => Math.max(before ?? 0, at));
  setTimeout(() => setUntil((latest) => (latest !== null && latest <= at ? null : latest)), ms);
}
