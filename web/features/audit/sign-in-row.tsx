import IconIn from "~icons/lucide/log-in";
import IconKey from "~icons/lucide/key-round";
import IconOut from "~icons/lucide/log-out";
import IconRefused from "~icons/lucide/shield-alert";
import { shownDevice } from "#domain/identity/device.ts";
import type { SignInEntry } from "#domain/audit/sign-ins.ts";
import { groupOf, type EventGroup } from "#domain/identity/event-groups.ts";
import { usePlaceName } from "#web/features/identity/place-name.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon, type IconComponent } from "#web/ui/icon.tsx";
import { LogRow } from "./log-row.tsx";
import { SourceFacts } from "./source-facts.tsx";

const SHAPES: Record<EventGroup, IconComponent> = {
  sign_in: IconIn,
  refused: IconRefused,
  sign_out: IconOut,
  factors: IconKey,
  credentials: IconKey,
  other: IconKey,
};

/** What happened to a member's account, with which device and where; opens to the address and the request. */
export function SignInRow(props: { entry: SignInEntry }) {
  const t = useTexts();
  const place = usePlaceName();
  const group = () => groupOf(props.entry.action);
  const action = () => t().identity.events[props.entry.action];
  const from = () =>
    props.entry.device === null
      ? ""
      : `${shownDevice(props.entry.device, t().identity.devices.unknown)} · ${place(props.entry.place)}`;
  return (
    <LogRow
      entry={props.entry}
      label={t().audit.row.open(action(), props.entry.actor.name)}
      details={() => <SourceFacts entry={props.entry} from={from()} />}
    >
      <Icon
        of={SHAPES[group()]}
        size={14}
        class={cx("shrink-0", group() === "refused" ? "text-warn" : "text-ink-3")}
      />
      <span class="shrink-0">{action()}</span>
      <span class="min-w-0 truncate text-small text-ink-3">{from()}</span>
    </LogRow>
  );
}
