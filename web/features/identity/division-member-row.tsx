import IconX from "~icons/lucide/x";
import { useQueryClient } from "@tanstack/solid-query";
import { Show } from "solid-js";
import type { Division } from "#domain/divisions/model.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Select } from "#web/ui/select.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { NO_ROLE, useDivisionRoles } from "./division-roles.ts";

/** One person in a division: the role there can be changed in place by whoever may. */
export function DivisionMemberRow(props: {
  division: Division;
  place: Division["members"][number];
}) {
  const t = useTexts();
  const toasts = useToasts();
  const say = useProblemText();
  const queries = useQueryClient();
  const options = useDivisionRoles();
  const words = () => t().company.divisions;
  const params = () => ({ id: props.division.id, userId: props.place.userId });

  const after = (work: Promise<unknown>, done?: string) =>
    work
      .then(
        () => done && toasts.show({ text: done, tone: "ok" }),
        (error: unknown) => toasts.show({ text: say(error), tone: "bad" }),
      )
      .finally(() => void queries.invalidateQueries({ queryKey: ["members"] }));
  const give = (value: string) => {
    const roleId = value === NO_ROLE ? null : value;
    void after(api("put /divisions/{id}/members/{userId}", { params: params(), body: { roleId } }));
  };
  const remove = () =>
    void after(
      api("delete /divisions/{id}/members/{userId}", { params: params() }),
      words().removed(props.place.name, props.division.name),
    );

  return (
    <li class="flex min-h-12 items-center gap-3 px-4 py-2 phone:flex-wrap">
      <Avatar person={{ id: props.place.userId, name: props.place.name }} size={28} decorative />
      <span class="min-w-0 flex-1 truncate font-medium">{props.place.name}</span>
      <Show
        when={props.place.can.change}
        fallback={<span class="text-ink-2">{options.nameOf(props.place.role)}</span>}
      >
        <Select
          label={words().roleOf(props.place.name, props.division.name)}
          labelHidden
          size="sm"
          class="w-48 shrink-0 phone:order-last phone:w-full phone:pl-10"
          options={options.of(props.division.roles, props.place.role)}
          value={props.place.role?.id ?? NO_ROLE}
          onChange={give}
        />
        <IconButton
          icon={IconX}
          label={words().remove(props.place.name, props.division.name)}
          onClick={remove}
        />
      </Show>
    </li>
  );
}
