import IconPlus from "~icons/lucide/plus";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { RowList, SettingsSection } from "#web/features/identity/settings-section.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { allTokensQuery, servicesQuery } from "./queries.ts";
import { ServiceDialog } from "./service-dialog.tsx";
import { ServiceSection } from "./service-section.tsx";
import { TokenRow } from "./token-row.tsx";

/** The service accounts of the organization, and every member's tokens. */
export function ServicesPage() {
  const t = useTexts();
  const queries = useQueryClient();
  const services = useQuery(servicesQuery);
  const tokens = useQuery(allTokensQuery);
  const words = () => t().tokens.services;
  const [creating, setCreating] = createSignal(false);
  usePage(() => ({
    title: words().title,
    trail: [{ label: t().identity.settings.title, href: "/settings/profile" }],
  }));
  onLive("tokens", () => void queries.invalidateQueries({ queryKey: ["tokens"] }));
  const create = () => (
    <Button kind="primary" icon={IconPlus} onClick={() => setCreating(true)}>
      {words().create}
    </Button>
  );
  const some = () => services.isSuccess && services.data.items.length > 0;
  return (
    <>
      <SettingsSection title={words().title} lead={words().lead} action={some() && create()}>
        <QueryView query={services}>
          {(data) => (
            <For
              each={data().items}
              fallback={
                <EmptyState title={words().empty} body={words().emptyBody} actions={create()} />
              }
            >
              {(service) => (
                <div class="mt-8">
                  <ServiceSection service={service} />
                </div>
              )}
            </For>
          )}
        </QueryView>
      </SettingsSection>
      <SettingsSection level={2} title={words().people} lead={words().peopleLead}>
        <QueryView query={tokens}>
          {(data) => {
            const own = () => data().items.filter(({ owner }) => owner.kind === "person");
            return (
              <Show
                when={own().length > 0}
                fallback={<p class="text-small text-ink-3">{words().noPeople}</p>}
              >
                <RowList label={words().people}>
                  <For each={own()}>{(token) => <TokenRow token={token} showOwner />}</For>
                </RowList>
              </Show>
            );
          }}
        </QueryView>
      </SettingsSection>
      <Show when={creating()}>
        <ServiceDialog onClose={() => setCreating(false)} />
      </Show>
    </>
  );
}
