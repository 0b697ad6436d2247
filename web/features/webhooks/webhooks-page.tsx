import IconPlus from "~icons/lucide/plus";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, onCleanup, Show } from "solid-js";
import { RowList, SettingsSection } from "#web/features/identity/settings-section.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive, useLive } from "#web/lib/live.tsx";
import { usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { Button } from "#web/ui/button.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { DeliveryLog } from "./delivery-log.tsx";
import { webhooksQuery } from "./queries.ts";
import { WebhookDialog } from "./webhook-dialog.tsx";
import { WebhookRow } from "./webhook-row.tsx";

/** Where the organization's events are sent, how that goes, and what was sent. Follows what happens while it is open. */
export function WebhooksPage() {
  const t = useTexts();
  const queries = useQueryClient();
  const webhooks = useQuery(webhooksQuery);
  const [creating, setCreating] = createSignal(false);
  usePage(() => ({
    title: t().webhooks.title,
    trail: [{ label: t().identity.settings.title, href: "/settings/profile" }],
  }));
  const follow = () => void queries.invalidateQueries({ queryKey: ["webhooks"] });
  onLive("webhooks", follow);
  onCleanup(useLive().onProgress(({ topic }) => topic === "webhooks" && follow()));

  const items = () => (webhooks.isSuccess ? webhooks.data.items : []);
  const create = () => (
    <Button kind="primary" icon={IconPlus} onClick={() => setCreating(true)}>
      {t().webhooks.create}
    </Button>
  );
  return (
    <>
      <SettingsSection title={t().webhooks.title} lead={t().webhooks.lead} action={create()}>
        <QueryView query={webhooks}>
          {(data) => (
            <Show
              when={data().items.length > 0}
              fallback={
                <EmptyState title={t().webhooks.empty.title} body={t().webhooks.empty.body} />
              }
            >
              <RowList label={t().webhooks.title}>
                <EachById items={data().items}>
                  {(webhook) => <WebhookRow webhook={webhook()} />}
                </EachById>
              </RowList>
            </Show>
          )}
        </QueryView>
      </SettingsSection>
      <SettingsSection level={2} title={t().webhooks.log.title} lead={t().webhooks.log.lead}>
        <DeliveryLog webhooks={items()} />
      </SettingsSection>
      <Show when={creating()}>
        <WebhookDialog onClose={() => setCreating(false)} />
      </Show>
    </>
  );
}
