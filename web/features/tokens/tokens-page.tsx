import IconPlus from "~icons/lucide/plus";
import { createSignal, For, Show } from "solid-js";
import { TOKEN_KEYS } from "#domain/tokens/rules.ts";
import { RowList, SettingsSection } from "#web/features/identity/settings-section.tsx";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { tokensQuery } from "./queries.ts";
import { TokenDialog } from "./token-dialog.tsx";
import { TokenRow } from "./token-row.tsx";

/** The person's own API tokens in this organization. */
export function TokensPage() {
  const t = useTexts();
  const tokens = useQuery(tokensQuery);
  const [creating, setCreating] = createSignal(false);
  usePage(() => ({
    title: t().tokens.title,
    trail: [{ label: t().identity.settings.title, href: "/settings/profile" }],
  }));
  const create = () => (
    <Show when={session.can("tokens.create")}>
      <Button kind="primary" icon={IconPlus} onClick={() => setCreating(true)}>
        {t().tokens.create}
      </Button>
    </Show>
  );
  const some = () => tokens.isSuccess && tokens.data.items.length > 0;
  return (
    <SettingsSection title={t().tokens.title} lead={t().tokens.lead} action={some() && create()}>
      <Show when={!session.can("tokens.create")}>
        <p class="mb-3 text-ink-2">{t().tokens.notAllowed}</p>
      </Show>
      <QueryView query={tokens}>
        {(data) => (
          <Show
            when={data().items.length > 0}
            fallback={
              <EmptyState title={t().tokens.empty} body={t().tokens.emptyBody} actions={create()} />
            }
          >
            <RowList label={t().tokens.title}>
              <For each={data().items}>{(token) => <TokenRow token={token} />}</For>
            </RowList>
          </Show>
        )}
      </QueryView>
      <p class="mt-3">
        <a href="/api/v1/docs" target="_blank" rel="noreferrer" class="text-accent-ink underline">
          {t().tokens.docs}
        </a>
      </p>
      <Show when={creating()}>
        <TokenDialog
          title={t().tokens.dialog.title}
          offered={TOKEN_KEYS.filter((key) => session.can(key))}
          make={(body) => api("post /tokens", { body })}
          onClose={() => setCreating(false)}
        />
      </Show>
    </SettingsSection>
  );
}
