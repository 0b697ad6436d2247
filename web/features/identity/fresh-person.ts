import { onCleanup, onMount } from "solid-js";
import { askWhoIAm } from "./ask-who-i-am.ts";

const EVERY_MS = 30_000;

/**
 * Asks who is signed in while the page waits for a mail to be opened, which happens in another tab or on another device: whenever the
 * page is come back to, and now and then while it is looked at.
 */
export function useFreshPerson(waits: () => boolean = () => true): void {
  const ask = () => {
    if (waits() && document.visibilityState === "visible") void askWhoIAm();
  };
  onMount(() => {
    const timer = setInterval(ask, EVERY_MS);
    document.addEventListener("visibilitychange", ask);
    addEventListener("focus", ask);
    onCleanup(() => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
      removeEventListener("focus", ask);
    });
  });
}
