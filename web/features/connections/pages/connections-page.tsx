import IconPlus from "~icons/lucide/plus";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { ConnectionDialog } from "#web/features/connections/connection-dialog.tsx";
import { ConnectionRow } from "#web/features/connections/connection-row.tsx";
import { connectionsQuery } from "#web/features/connections/queries.ts";
import { RowList, SettingsSection } from "#web/features/identity/settings-section.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";

const may = () => session.can("analytics.connect");

/** The databases that the organization asks from here. */
export function ConnectionsPage() {
  const t = useTexts();
  const queries = useQueryClient();
  const connections = useQuery(() => ({ ...connectionsQuery(), enabled: may() }));
  const [creating, setCreating] = createSignal(false);
  usePage(() => ({
    title: t().connections.title,
    trail: [{ label: t().workspaces.title, href: "/analytics" }],
  }));
  onLive("connections", () => void queries.invalidateQueries({ queryKey: ["connections"] }));
  return (
    <div class="mx-auto w-full max-w-250 px-6 py-5 phone:px-4 phone:py-3">
      <SettingsSection
        title={t().connections.title}
        lead={t().connections.lead}
        action={
          <Show when={may()}>
            <Button kind="primary" icon={IconPlus} onClick={() => setCreating(true)}>
              {t().connections.create}
            </Button>
          </Show>
        }
      >
        <Show
          when={may()}
          fallback={
            <EmptyState
              title={t().app.forbidden.title}
              body={t().connections.closed(t().identity.rights["analytics.connect"])}
            />
          }
        >
          <QueryView query={connections}>
            {(data) => (
              <Show
                when={data().items.length > 0}
                fallback={
                  <EmptyState
                    title={t().connections.empty.title}
                    body={t().connections.empty.body}
                  />
                }
              >
                <RowList label={t().connections.title}>
                  <EachById items={data().items}>
                    {(connection) => <ConnectionRow connection={connection()} />}
                  </EachById>
                </RowList>
              </Show>
            )}
          </QueryView>
        </Show>
      </SettingsSection>
      <Show when={may() && creating()}>
        <ConnectionDialog onClose={() => setCreating(false)} />
      </Show>
    </div>
  );
}
