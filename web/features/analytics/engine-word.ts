import { onCleanup } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { onEngineKilled } from "./current-library.ts";

/** Says on this page that the engine was ended from outside and starts again, with its tables. */
export function useEngineWord(): void {
  const t = useTexts();
  const toasts = useToasts();
  onCleanup(
    onEngineKilled(() => void toasts.show({ text: t().analytics.engine.restarted, tone: "warn" })),
  );
}
