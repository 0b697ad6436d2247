import { createRoot, createSignal } from "solid-js";

function createOnline() {
  const [online, setOnline] = createSignal(navigator.onLine);
  const [since, setSince] = createSignal<number | null>(navigator.onLine ? null : Date.now());
  addEventListener("online", () => {
    setOnline(true);
    setSince(null);
  });
  addEventListener("offline", () => {
    setOnline(false);
    setSince(Date.now());
  });
  return { online, since };
}

const state = createRoot(createOnline);

/** Whether the device has a network, as far as the browser knows. Reactive. */
export const isOnline = state.online;

/** UTC milliseconds at which the network went away; null while it is there. Reactive. */
export const offlineSince = state.since;
