import IconStays from "~icons/lucide/monitor-check";
import IconShared from "~icons/lucide/users";
import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { Icon } from "#web/ui/icon.tsx";
import { useSharedCopies } from "./use-shared-copies.ts";

/** Where a file of this device lies: here alone, or with a copy on the server, which and who reads it. Says nothing while nobody knows. */
export function StaysNote(props: { dataSet: DataSet }) {
  const t = useTexts();
  const copiesOf = useSharedCopies();
  const copies = () => copiesOf(props.dataSet);
  const words = () => t().workspaces;
  return (
    <Show when={copies()}>
      {(found) => (
        <Show
          when={found().length > 0}
          fallback={
            <p
              class="mt-1.5 flex items-center gap-1.5 text-small text-ok"
              title={t().analytics.staysLong}
            >
              <Icon of={IconStays} size={14} /> {t().analytics.stays}
            </p>
          }
        >
          <div class="mt-1.5 text-small">
            <p class="flex items-center gap-1.5 font-medium">
              <Icon of={IconShared} size={14} class="shrink-0" /> {words().sources.kinds.shared}
            </p>
            <p class="mt-0.5 text-ink-2">
              {words().share.copyLong(session.me()?.organization.name ?? "")}
            </p>
            <ul aria-label={words().share.copyIn} class="mt-0.5">
              <For each={found()}>
                {({ id, workspaceId, title }) => (
                  <li>
                    <span class="text-ink-2">{words().share.copyIn}</span>{" "}
                    <A
                      href={`/analytics/w/${workspaceId}?source=${id}`}
                      class="touch-target font-medium text-accent-ink underline-offset-2 hover:underline wrap-anywhere"
                    >
                      {title}
                    </A>
                  </li>
                )}
              </For>
            </ul>
          </div>
        </Show>
      )}
    </Show>
  );
}
