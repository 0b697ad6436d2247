import { createRoot, createSignal } from "solid-js";

/** Outlives a reload: a page that opens without a network can't know by itself how long that has been so. */
const SINCE = "aetheria.offline-since";

function keep(since: number | null): void {
  try {
    if (since === null) localStorage.removeItem(SINCE);
    else localStorage.setItem(SINCE, String(since));
  } catch {
    // Where storage is forbidden a reload forgets how long it has been.
  }
}

function kept(): number | null {
  try {
    return Number(localStorage.getItem(SINCE)) || null;
  } catch {
    return null;
  }
}

/** Follows the network. `since` survives in the browser's storage. */
export function createOnline() {
  const [online, setOnline] = createSignal(navigator.onLine);
  if (navigator.onLine) keep(null);
  const [since, setSince] = createSignal(kept());
  addEventListener("online", () => {
    setOnline(true);
    setSince(null);
    keep(null);
  });
  addEventListener("offline", () => {
    setOnline(false);
    // Another tab may have seen it first.
    const at = kept() ?? Date.now();
    setSince(at);
    keep(at);
  });
  return { online, since };
}

const state = createRoot(createOnline);

/** Whether the device has a network, as far as the browser knows. Reactive. */
export const isOnline = state.online;

/** UTC milliseconds at which the network went away; null while it is there, and when nobody saw it go. Reactive. */
export const offlineSince = state.since;
