import { createSignal, onCleanup } from "solid-js";

/** Whether a media query holds, live. */
export function createMediaQuery(query: string): () => boolean {
  const media = window.matchMedia?.(query);
  const [matches, setMatches] = createSignal(media?.matches ?? false);
  const change = () => setMatches(media.matches);
  media?.addEventListener("change", change);
  onCleanup(() => media?.removeEventListener("change", change));
  return matches;
}
