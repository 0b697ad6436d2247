import { Show } from "solid-js";
import type { AuditEntry } from "#domain/audit/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { CopyButton } from "#web/ui/copy-button.tsx";

/** Where a row came from: its number, the exact instant, the address, the request. */
export function SourceFacts(props: {
  entry: Pick<AuditEntry, "at" | "actor" | "address" | "requestId"> & { id: number | string };
  /** Device and place, where they are known. */
  from?: string;
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().audit.row;
  return (
    <dl class="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-small text-ink-2">
      <div class="flex items-center gap-1.5">
        <dt class="text-ink-3">{words().date}</dt>
        <dd class="num">{f().stamp(props.entry.at)}</dd>
      </div>
      <Show when={typeof props.entry.id === "number" ? props.entry.id : undefined}>
        {(number) => (
          <div class="flex items-center gap-1.5">
            <dt class="text-ink-3">{words().number}</dt>
            <dd class="num">{f().number(number())}</dd>
          </div>
        )}
      </Show>
      <Show when={props.from}>
        <div class="flex items-center gap-1.5">
          <dt class="text-ink-3">{words().from}</dt>
          <dd>{props.from}</dd>
        </div>
      </Show>
      <Show when={props.entry.actor.kind !== "system"}>
        <div class="flex items-center gap-1.5">
          <dt class="text-ink-3">{words().address}</dt>
          <dd class="num">{props.entry.address ?? words().unknown}</dd>
        </div>
      </Show>
      <div class="flex min-w-0 items-center gap-1.5">
        <dt class="text-ink-3">{words().request}</dt>
        <dd class="num truncate">{props.entry.requestId}</dd>
        <dd class="-my-1">
          <CopyButton text={props.entry.requestId} />
        </dd>
      </div>
    </dl>
  );
}
