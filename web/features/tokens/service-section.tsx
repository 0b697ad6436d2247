import IconDelete from "~icons/lucide/trash-2";
import IconMore from "~icons/lucide/ellipsis";
import IconOff from "~icons/lucide/circle-off";
import IconPlus from "~icons/lucide/plus";
import IconEdit from "~icons/lucide/pencil";
import IconResume from "~icons/lucide/play";
import IconSuspend from "~icons/lucide/pause";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { ServiceAccount } from "#domain/tokens/model.ts";
import { TOKEN_KEYS } from "#domain/tokens/rules.ts";
import { ConfirmDialog } from "#web/features/factors/confirm-dialog.tsx";
import { useRoleName } from "#web/features/identity/role-name.ts";
import { RowList, SettingsSection } from "#web/features/identity/settings-section.tsx";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { StatusChip } from "#web/ui/chip.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { ServiceDialog } from "./service-dialog.tsx";
import { TokenDialog } from "./token-dialog.tsx";
import { TokenRow } from "./token-row.tsx";

/** One service account: its role, its tokens, and the ways to change it. */
export function ServiceSection(props: { service: ServiceAccount }) {
  const t = useTexts();
  const toasts = useToasts();
  const say = useProblemText();
  const roleName = useRoleName();
  const queries = useQueryClient();
  const words = () => t().tokens.services;
  const [asking, setAsking] = createSignal<"token" | "edit" | "delete">();
  const close = () => setAsking(undefined);
  const suspended = () => props.service.disabledAt !== null;
  const offered = () =>
    TOKEN_KEYS.filter((key) => session.can(key) && props.service.permissions.includes(key));
  const params = () => ({ id: props.service.id });
  const again = () => queries.invalidateQueries({ queryKey: ["tokens"] });

  const suspend = (disabled: boolean) => {
    const { name } = props.service;
    api("patch /service-accounts/{id}", { params: params(), body: { disabled } })
      .then(
        () => {
          const text = disabled ? words().suspendedNow(name) : words().resumedNow(name);
          return toasts.show({ text, tone: "ok" });
        },
        (error: unknown) => toasts.show({ text: say(error), tone: "bad" }),
      )
      .finally(() => void again());
  };
  const remove = async () => {
    const { name } = props.service;
    await api("delete /service-accounts/{id}", { params: params() });
    toasts.show({ text: words().deleted(name), tone: "ok" });
    void again();
  };
  const items = () => [
    { label: words().edit, icon: IconEdit, onSelect: () => setAsking("edit") },
    ...(suspended()
      ? props.service.can.grant
        ? [{ label: words().resume, icon: IconResume, onSelect: () => suspend(false) }]
        : []
      : [{ label: words().suspend, icon: IconSuspend, onSelect: () => suspend(true) }]),
    { label: words().delete, icon: IconDelete, danger: true, onSelect: () => setAsking("delete") },
  ];

  return (
    <SettingsSection
      level={2}
      title={props.service.name}
      lead={
        <span class="flex flex-wrap items-center gap-2">
          {words().about(roleName(props.service.role), props.service.createdBy)}
          <Show when={suspended()}>
            <StatusChip tone="warn" icon={IconOff}>
              {words().suspended}
            </StatusChip>
          </Show>
        </span>
      }
      action={
        <div class="flex items-center gap-1">
          <Show when={!suspended() && offered().length > 0}>
            <Button icon={IconPlus} onClick={() => setAsking("token")}>
              {t().tokens.create}
            </Button>
          </Show>
          <DropdownMenu
            placement="bottom-end"
            items={items()}
            trigger={(attributes) => (
              <IconButton
                {...attributes}
                icon={IconMore}
                label={words().actions(props.service.name)}
                quiet
              />
            )}
          />
        </div>
      }
    >
      <Show
        when={props.service.tokens.length > 0}
        fallback={
          <p class="text-small text-ink-3">
            {offered().length > 0 ? words().noTokens : words().noCommonRights}
          </p>
        }
      >
        <RowList label={props.service.name}>
          <For each={props.service.tokens}>{(token) => <TokenRow token={token} />}</For>
        </RowList>
      </Show>
      <Switch>
        <Match when={asking() === "token"}>
          <TokenDialog
            title={t().tokens.dialog.titleFor(props.service.name)}
            offered={offered()}
            make={(body) => api("post /service-accounts/{id}/tokens", { params: params(), body })}
            onClose={close}
          />
        </Match>
        <Match when={asking() === "edit"}>
          <ServiceDialog service={props.service} onClose={close} />
        </Match>
        <Match when={asking() === "delete"}>
          <ConfirmDialog
            title={words().deleteTitle(props.service.name)}
            body={words().deleteBody}
            label={words().confirmDelete}
            work={remove}
            onClose={close}
          />
        </Match>
      </Switch>
    </SettingsSection>
  );
}
