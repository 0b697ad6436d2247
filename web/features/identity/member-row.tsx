import IconKey from "~icons/lucide/key-round";
import IconLeave from "~icons/lucide/log-out";
import IconMore from "~icons/lucide/ellipsis";
import IconRemove from "~icons/lucide/user-minus";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { Member, Role } from "#domain/members/model.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { session } from "#web/lib/session.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Select } from "#web/ui/select.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { RemoveMember } from "./remove-member.tsx";
import { TransferOwnership } from "./transfer-ownership.tsx";
import { useRoleName } from "./role-name.ts";

/** One member: the role can be changed in place by whoever may. */
export function MemberRow(props: { member: Member; roles: readonly Role[] }) {
  const t = useTexts();
  const toasts = useToasts();
  const say = useProblemText();
  const roleName = useRoleName();
  const queries = useQueryClient();
  const [asking, setAsking] = createSignal<"remove" | "transfer">();
  const close = () => setAsking(undefined);
  const self = () => props.member.userId === session.me()?.person.id;

  const give = (roleId: string) => {
    const { userId, name } = props.member;
    api("patch /members/{userId}", { params: { userId }, body: { roleId } })
      .then(
        (changed) => {
          const text = t().identity.members.roleGiven(name, roleName(changed.role));
          return toasts.show({ text, tone: "ok" });
        },
        (error: unknown) => toasts.show({ text: say(error), tone: "bad" }),
      )
      .finally(() => void queries.invalidateQueries({ queryKey: ["members"] }));
  };

  return (
    <li class="flex min-h-12 items-center gap-3 px-4 py-2 phone:flex-wrap">
      <Avatar person={{ id: props.member.userId, name: props.member.name }} size={28} decorative />
      <div class="min-w-0 flex-1">
        <p class="truncate font-medium">
          {props.member.name}
          <Show when={self()}>
            <span class="ml-1.5 text-small font-normal text-ink-3">
              ({t().identity.members.you})
            </span>
          </Show>
        </p>
        <p class="truncate text-small text-ink-3">{props.member.email}</p>
      </div>
      <Show
        when={props.member.can.changeRole && props.roles.length > 0}
        fallback={<span class="text-ink-2">{roleName(props.member.role)}</span>}
      >
        <Select
          label={t().identity.members.roleOf(props.member.name)}
          labelHidden
          size="sm"
          class="w-40 shrink-0 phone:order-last phone:w-full phone:pl-10"
          options={props.roles.map((role) => ({ value: role.id, label: roleName(role) }))}
          value={props.member.role.id}
          onChange={give}
        />
      </Show>
      <Show when={props.member.can.remove} fallback={<span class="w-7 phone:w-11" />}>
        <DropdownMenu
          placement="bottom-end"
          items={[
            ...(props.member.can.receiveOwnership
              ? [
                  {
                    label: t().company.ownership.give,
                    icon: IconKey,
                    onSelect: () => setAsking("transfer"),
                  },
                ]
              : []),
            {
              label: self() ? t().identity.members.leave : t().identity.members.remove,
              icon: self() ? IconLeave : IconRemove,
              danger: true,
              onSelect: () => setAsking("remove"),
            },
          ]}
          trigger={(attributes) => (
            <IconButton
              {...attributes}
              icon={IconMore}
              label={t().identity.members.actions(props.member.name)}
              quiet
            />
          )}
        />
      </Show>
      <Show when={asking() === "remove"}>
        <RemoveMember member={props.member} self={self()} onClose={close} />
      </Show>
      <Show when={asking() === "transfer"}>
        <TransferOwnership heirs={[props.member]} onClose={close} />
      </Show>
    </li>
  );
}
