import IconDelivered from "~icons/lucide/circle-check";
import IconFailed from "~icons/lucide/circle-x";
import IconWaiting from "~icons/lucide/clock";
import type { DeliveryState } from "#domain/webhooks/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { StatusChip } from "#web/ui/chip.tsx";

const LOOKS = {
  waiting: { tone: "info", icon: IconWaiting },
  delivered: { tone: "ok", icon: IconDelivered },
  failed: { tone: "bad", icon: IconFailed },
} as const;

/** Where a delivery stands. */
export function DeliveryChip(props: { state: DeliveryState }) {
  const t = useTexts();
  return (
    <StatusChip tone={LOOKS[props.state].tone} icon={LOOKS[props.state].icon}>
      {t().webhooks.log.one[props.state]}
    </StatusChip>
  );
}
