import IconEdit from "~icons/lucide/pencil";
import IconPlus from "~icons/lucide/plus";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import type { Role } from "#domain/members/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { rolesQuery } from "./queries.ts";
import { RoleDialog } from "./role-dialog.tsx";
import { useRoleName } from "./role-name.ts";
import { RowList, SettingsSection } from "./settings-section.tsx";

/** The roles of the organization and what each one may do. */
export function Roles() {
  const t = useTexts();
  const roleName = useRoleName();
  const queries = useQueryClient();
  const roles = useQuery(rolesQuery);
  const [open, setOpen] = createSignal<Role | "new">();
  usePage(() => ({
    title: t().identity.roles.title,
    trail: [{ label: t().identity.settings.title, href: "/settings/profile" }],
  }));
  onLive("members", () => void queries.invalidateQueries({ queryKey: ["members"] }));

  const rights = (role: Role) => {
    const words: Readonly<Record<string, string>> = t().identity.rights;
    const held = Object.keys(words).filter((key) => role.permissions.includes(key));
    if (held.length === Object.keys(words).length) return t().identity.roles.all;
    return held.map((key) => words[key]).join(" · ");
  };
  return (
    <SettingsSection
      title={t().identity.roles.title}
      lead={t().identity.roles.lead}
      action={
        <Show when={session.can("identity.roles")}>
          <Button kind="primary" icon={IconPlus} onClick={() => setOpen("new")}>
            {t().identity.roles.create}
          </Button>
        </Show>
      }
    >
      <QueryView query={roles}>
        {(data) => (
          <RowList label={t().identity.roles.title}>
            <For each={data().items}>
              {(role) => (
                <li class="flex min-h-12 items-center gap-3 px-4 py-2">
                  <div class="min-w-0 flex-1">
                    <p class="font-medium">{roleName(role)}</p>
                    <p class="truncate text-small text-ink-3" title={rights(role)}>
                      {rights(role)}
                    </p>
                  </div>
                  <span class="num text-small text-ink-2">
                    {t().identity.roles.holders(role.members)}
                  </span>
                  <Show when={role.can.edit} fallback={<span class="w-7 phone:w-11" />}>
                    <IconButton
                      icon={IconEdit}
                      label={t().identity.roles.edit(roleName(role))}
                      onClick={() => setOpen(role)}
                    />
                  </Show>
                </li>
              )}
            </For>
          </RowList>
        )}
      </QueryView>
      <Show when={open()} keyed>
        {(role) => (
          <RoleDialog role={role === "new" ? undefined : role} onClose={() => setOpen(undefined)} />
        )}
      </Show>
    </SettingsSection>
  );
}
