import IconCheck from "~icons/lucide/check";
import { Show } from "solid-js";
import type { Role } from "#domain/members/model.ts";
import type { Permission } from "#domain/permissions.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { Icon } from "#web/ui/icon.tsx";
import type { RightEdits } from "./right-edits.ts";
import { useRoleName } from "./role-name.ts";

/** One right of one role: a box where it may be changed, a mark where it may only be read. */
export function RightBox(props: {
  role: Role;
  right: Permission;
  edits: RightEdits;
  tabIndex: number;
}) {
  const t = useTexts();
  const roleName = useRoleName();
  const on = () => props.edits.holds(props.role, props.right);
  return (
    <Show
      when={props.edits.isOpen(props.role, props.right)}
      fallback={
        <>
          <span class="sr-only">
            {on() ? t().company.matrix.granted : t().company.matrix.denied}
          </span>
          <Show when={on()} fallback={<span aria-hidden="true">–</span>}>
            <Icon of={IconCheck} size={14} />
          </Show>
        </>
      }
    >
      <Checkbox
        label={t().company.matrix.cell(t().identity.rights[props.right], roleName(props.role))}
        labelHidden
        checked={on()}
        tabIndex={props.tabIndex}
        onChange={(next) => props.edits.set(props.role, props.right, next)}
      />
    </Show>
  );
}
