import IconShare from "~icons/lucide/share-2";
import { createSignal, Show } from "solid-js";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { keepPublishedCurrent } from "./keep-current.ts";
import { SharePanel } from "./share-panel.tsx";

/** What people do together with the open dashboard, at the end of its head. */
export function SharedActions() {
  const t = useTexts();
  const { dashboard } = useDashboard();
  const [sharing, setSharing] = createSignal(false);
  keepPublishedCurrent();
  return (
    <>
      <Show when={dashboard().can.share || dashboard().can.write}>
        <IconButton
          size="sm"
          icon={IconShare}
          label={t().dashboardShare.open}
          onClick={() => setSharing(true)}
        />
      </Show>
      <Show when={sharing()}>
        <SharePanel onClose={() => setSharing(false)} />
      </Show>
    </>
  );
}
