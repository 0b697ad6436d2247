import { onMount } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/** Registers the shell's service worker, and offers a reload when a new version waits. Nothing reloads by itself. */
export function UpdateNotice() {
  const t = useTexts();
  const toasts = useToasts();

  const offer = (waiting: ServiceWorker) =>
    toasts.show({
      text: t().app.update.ready,
      lasts: Infinity,
      action: {
        label: t().app.update.reload,
        onSelect: () => {
          navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
            once: true,
          });
          // A worker is addressed by itself and takes no target.
          // oxlint-disable-next-line unicorn/require-post-message-target-origin
          waiting.postMessage("activate");
        },
      },
    });

  const register = async () => {
    const registration = await navigator.serviceWorker.register("/sw.js");
    if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const next = registration.installing;
      next?.addEventListener("statechange", () => {
        if (next.state === "installed" && navigator.serviceWorker.controller) offer(next);
      });
    });
  };

  onMount(() => {
    // Without one (a private window, plain http) the app only lacks its offline shell.
    if (import.meta.env.PROD && "serviceWorker" in navigator) register().catch(() => undefined);
  });
  return null;
}
