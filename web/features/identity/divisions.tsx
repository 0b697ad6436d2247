import IconPlus from "~icons/lucide/plus";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { DivisionDialog } from "./division-dialog.tsx";
import { DivisionSection } from "./division-section.tsx";
import { divisionsQuery, membersQuery } from "./queries.ts";
import { SettingsSection } from "./settings-section.tsx";

/** The parts of the organization: who belongs to each, and with which role there. */
export function Divisions() {
  const t = useTexts();
  const queries = useQueryClient();
  const divisions = useQuery(divisionsQuery);
  const members = useQuery(membersQuery);
  const [creating, setCreating] = createSignal(false);
  usePage(() => ({
    title: t().company.divisions.title,
    trail: [{ label: t().identity.settings.title, href: "/settings/profile" }],
  }));
  onLive("members", () => void queries.invalidateQueries({ queryKey: ["members"] }));

  const create = () => (
    <Show when={session.can("identity.settings")}>
      <Button kind="primary" icon={IconPlus} onClick={() => setCreating(true)}>
        {t().company.divisions.create}
      </Button>
    </Show>
  );
  const people = () => (members.isSuccess ? members.data.items : []);
  return (
    <>
      <SettingsSection
        title={t().company.divisions.title}
        lead={t().company.divisions.lead}
        action={create()}
      >
        <p class="text-small text-ink-3">{t().company.divisions.scope}</p>
      </SettingsSection>
      <QueryView query={divisions}>
        {(data) => (
          <For
            each={data().items}
            fallback={
              <EmptyState
                title={t().company.divisions.empty}
                body={t().company.divisions.emptyBody}
              />
            }
          >
            {(division) => <DivisionSection division={division} people={people()} />}
          </For>
        )}
      </QueryView>
      <Show when={creating()}>
        <DivisionDialog onClose={() => setCreating(false)} />
      </Show>
    </>
  );
}
