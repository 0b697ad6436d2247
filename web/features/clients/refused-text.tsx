import IconAlert from "~icons/lucide/triangle-alert";
import { Show, type JSX } from "solid-js";
import type { ClientFields } from "#domain/clients/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { useClients } from "./context.ts";

/** In the place of a field's value: what was typed there and not taken, until it is mended. */
export function RefusedText(props: {
  id: string;
  field: keyof ClientFields;
  /** The value itself. */
  children: JSX.Element;
}) {
  const t = useTexts();
  const { edits } = useClients();
  return (
    <Show when={edits.refusals.of(props.id, props.field)} fallback={props.children}>
      {(refusal) => (
        <span class="inline-flex max-w-full items-center gap-1.5 text-bad" title={refusal().why}>
          <Icon of={IconAlert} size={14} class="shrink-0" label={t().clients.notTaken} />
          <span class="truncate">{refusal().text}</span>
        </span>
      )}
    </Show>
  );
}
