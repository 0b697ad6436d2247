import IconConflict from "~icons/lucide/git-compare-arrows";
import { Show } from "solid-js";
import type { ClientView } from "#domain/clients/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { useClients } from "./context.ts";
import { DueDate } from "./field-specs.tsx";
import { stageLook } from "./stages.ts";

/** A client in the list of a phone: name and amount above, stage and next action below. */
export function PhoneRow(props: { client: ClientView }) {
  const t = useTexts();
  const f = useFormat();
  const { edits } = useClients();
  const look = () => stageLook(props.client.stage);
  return (
    <span class="flex min-w-0 flex-1 flex-col gap-1">
      <span class="flex items-baseline gap-3">
        <span class="min-w-0 flex-1 truncate font-medium">{props.client.company}</span>
        <Show when={edits.conflicts().has(props.client.id)}>
          <Icon
            of={IconConflict}
            size={14}
            class="shrink-0 self-center text-bad"
            label={t().clients.conflict.pending}
          />
        </Show>
        <Show when={props.client.estimatedMinor}>
          {(minor) => <span class="num">{f().money(minor(), "EUR", { whole: true })}</span>}
        </Show>
      </span>
      <span class="flex items-center gap-2 text-small text-ink-2">
        <Chip tone={look().tone} icon={look().icon}>
          {t().clients.stage[props.client.stage]}
        </Chip>
        <span class="min-w-0 flex-1 truncate">{props.client.nextAction}</span>
        <DueDate client={props.client} />
      </span>
    </span>
  );
}
