import IconComputer from "~icons/lucide/monitor";
import IconPhone from "~icons/lucide/smartphone";
import IconSignOut from "~icons/lucide/log-out";
import { Show } from "solid-js";
import { shownDevice } from "#domain/identity/device.ts";
import type { Session } from "#domain/identity/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { usePlaceName } from "./place-name.ts";

/** One device on which the person is signed in: since when, until when, from where. */
export function DeviceRow(props: { device: Session; onEnd: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const place = usePlaceName();
  const words = () => t().identity.devices;
  const name = () => shownDevice(props.device.device, words().unknown);
  const phone = () => /iPhone|iPad|Android/.test(props.device.device);
  return (
    <li class="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
      <Icon of={phone() ? IconPhone : IconComputer} size={16} class="text-ink-3" />
      <div class="min-w-0 flex-1 basis-52">
        <p class="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          <span class="min-w-0 break-words">{name()}</span>
          <Show when={props.device.current}>
            <Chip tone="accent">{words().current}</Chip>
          </Show>
        </p>
        <p class="text-small text-ink-2">
          {words().seen(f().moment(props.device.seenAt), place(props.device.seenPlace))}
        </p>
        <p class="text-small text-ink-3">
          {words().since(f().moment(props.device.createdAt), place(props.device.place))} ·{" "}
          {words().until(f().moment(props.device.expiresAt))}
        </p>
      </div>
      <Show when={!props.device.current}>
        <Button
          size="sm"
          icon={IconSignOut}
          aria-label={words().endNamed(name(), f().moment(props.device.seenAt))}
          onClick={() => props.onEnd()}
        >
          {words().end}
        </Button>
      </Show>
    </li>
  );
}
