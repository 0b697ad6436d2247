import IconInvite from "~icons/lucide/user-plus";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { SupportNotice } from "#web/features/support/support-banner.tsx";
import { createInviteDraft, InviteDialog } from "./invite-dialog.tsx";
import { Invitations } from "./invitations.tsx";
import { MemberRow } from "./member-row.tsx";
import { membersQuery, rolesQuery } from "./queries.ts";
import { RowList, SettingsSection } from "./settings-section.tsx";

/** Who belongs to the organization, with which role; invitations that nobody has accepted yet. */
export function Members() {
  const t = useTexts();
  const queries = useQueryClient();
  const members = useQuery(membersQuery);
  const roles = useQuery(rolesQuery);
  const [inviting, setInviting] = createSignal(false);
  const invitation = createInviteDraft();
  usePage(() => ({ title: t().identity.members.title }));
  onLive("members", () => void queries.invalidateQueries({ queryKey: ["members"] }));

  const giveable = () => (roles.isSuccess ? roles.data.items.filter((role) => role.can.give) : []);
  return (
    <>
      <SettingsSection
        title={t().identity.members.title}
        lead={members.isSuccess && t().identity.members.lead(members.data.items.length)}
        action={
          <Show when={session.can("identity.invite")}>
            <Button kind="primary" icon={IconInvite} onClick={() => setInviting(true)}>
              {t().identity.members.invite}
            </Button>
          </Show>
        }
      >
        <SupportNotice />
        <QueryView query={members}>
          {(data) => (
            <RowList label={t().identity.members.title}>
              <For each={data().items}>
                {(member) => <MemberRow member={member} roles={giveable()} />}
              </For>
            </RowList>
          )}
        </QueryView>
      </SettingsSection>
      <Show when={session.can("identity.invite")}>
        <Invitations />
      </Show>
      <Show when={inviting()}>
        <InviteDialog kept={invitation} roles={giveable()} onClose={() => setInviting(false)} />
      </Show>
    </>
  );
}
