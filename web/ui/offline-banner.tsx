import IconCloudOff from "~icons/lucide/cloud-off";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import type { Instant } from "#web/lib/format.ts";
import { Show } from "solid-js";
import { Banner } from "./banner.tsx";
import { TextButton } from "./text-button.tsx";

/** Below this many seconds a duration is noise. */
const WORTH_TELLING = 5;

/**
 * Over data that may be old: how long (seconds; null when nobody knows), from when, and how many changes wait to be
 * sent.
 */
export function OfflineBanner(props: {
  offlineSeconds: number | null;
  dataAt: Instant;
  pending: number;
  onSeePending?: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  return (
    <Banner
      tone="warn"
      icon={IconCloudOff}
      title={
        (props.offlineSeconds ?? 0) < WORTH_TELLING
          ? t().ui.offline.now
          : t().ui.offline.since(f().duration(props.offlineSeconds ?? 0))
      }
      action={
        <Show when={props.pending > 0 && props.onSeePending}>
          {(see) => (
            <TextButton onClick={() => see()()}>{t().ui.offline.see(props.pending)}</TextButton>
          )}
        </Show>
      }
    >
      {t().ui.offline.pending(props.pending, f().time(props.dataAt))}
    </Banner>
  );
}
