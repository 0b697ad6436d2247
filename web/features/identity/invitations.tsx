import IconX from "~icons/lucide/x";
import { useQueryClient } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { useQuery } from "#web/lib/query.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { invitationsQuery } from "./queries.ts";
import { useRoleName } from "./role-name.ts";
import { RowList, SettingsSection } from "./settings-section.tsx";

/** Open invitations, and the way to take one back. Nothing is shown when there are none. */
export function Invitations() {
  const t = useTexts();
  const f = useFormat();
  const toasts = useToasts();
  const say = useProblemText();
  const roleName = useRoleName();
  const queries = useQueryClient();
  const invitations = useQuery(invitationsQuery);
  const words = () => t().identity.invitations;
  const items = () => (invitations.isSuccess ? invitations.data.items : []);

  const revoke = (id: string) => {
    api("delete /invitations/{id}", { params: { id } })
      .then(
        () => toasts.show({ text: words().revoked, tone: "ok" }),
        (error: unknown) => toasts.show({ text: say(error), tone: "bad" }),
      )
      .finally(() => void queries.invalidateQueries({ queryKey: ["members", "invitations"] }));
  };
  return (
    <Show when={items().length > 0}>
      <SettingsSection title={words().title} level={2}>
        <RowList label={words().title}>
          <For each={items()}>
            {(invitation) => (
              <li class="flex min-h-12 items-center gap-3 px-4 py-2">
                <div class="min-w-0 flex-1">
                  <p class="truncate font-medium">{invitation.email ?? words().anyone}</p>
                  <p class="text-small text-ink-3">
                    {words().by} {invitation.invitedBy} · {words().until}{" "}
                    {f().moment(invitation.expiresAt)}
                  </p>
                </div>
                <span class="text-ink-2">{roleName(invitation.role)}</span>
                <IconButton
                  icon={IconX}
                  label={words().revoke}
                  onClick={() => revoke(invitation.id)}
                />
              </li>
            )}
          </For>
        </RowList>
      </SettingsSection>
    </Show>
  );
}
