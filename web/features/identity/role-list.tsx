import IconChevron from "~icons/lucide/chevron-down";
import IconEdit from "~icons/lucide/pencil";
import { For, Show } from "solid-js";
import type { Role } from "#domain/members/model.ts";
import { PERMISSIONS } from "#domain/permissions.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import type { RightEdits } from "./right-edits.ts";
import { RIGHT_GROUPS, useFeatureName } from "./right-groups.ts";
import { useRoleName } from "./role-name.ts";

/** The matrix on a phone: a list for each role, opened by its name. */
export function RoleList(props: {
  roles: readonly Role[];
  edits: RightEdits;
  onEdit: (role: Role) => void;
}) {
  const t = useTexts();
  const roleName = useRoleName();
  const featureName = useFeatureName();
  const held = (role: Role) => PERMISSIONS.filter((key) => props.edits.holds(role, key)).length;
  return (
    <ul aria-label={t().identity.roles.title} class="flex flex-col gap-3">
      <For each={props.roles}>
        {(role) => (
          <li class="relative rounded-3 border border-line">
            <details class="group">
              <summary class="flex min-h-14 cursor-default items-center gap-2 py-2 pl-4 pr-14">
                <Icon of={IconChevron} class="text-ink-3 group-open:rotate-180" />
                <span class="min-w-0 flex-1">
                  <span class="block truncate font-medium">{roleName(role)}</span>
                  <span class="block text-small text-ink-3">
                    {t().company.matrix.rights(held(role), PERMISSIONS.length)} ·{" "}
                    {t().identity.roles.holders(role.members)}
                  </span>
                </span>
              </summary>
              <div class="flex flex-col gap-4 border-t border-line p-4">
                <For each={RIGHT_GROUPS}>
                  {([feature, keys]) => (
                    <fieldset>
                      <legend class="pb-1.5 text-small text-ink-3">{featureName(feature)}</legend>
                      <div class="flex flex-col">
                        <For each={keys}>
                          {(right) => (
                            <Checkbox
                              label={t().identity.rights[right]}
                              // As high as a finger: no box takes a tap that was meant for its neighbor.
                              class="py-3"
                              checked={props.edits.holds(role, right)}
                              disabled={!props.edits.isOpen(role, right)}
                              onChange={(on) => props.edits.set(role, right, on)}
                            />
                          )}
                        </For>
                      </div>
                    </fieldset>
                  )}
                </For>
              </div>
            </details>
            <Show when={role.can.edit}>
              <span class="absolute right-1 top-1.5">
                <IconButton
                  icon={IconEdit}
                  quiet
                  label={t().identity.roles.edit(roleName(role))}
                  onClick={() => props.onEdit(role)}
                />
              </span>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}
