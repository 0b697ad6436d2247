import IconActive from "~icons/lucide/circle-check";
import IconDelete from "~icons/lucide/trash-2";
import IconEdit from "~icons/lucide/pencil";
import IconKey from "~icons/lucide/key-round";
import IconMore from "~icons/lucide/ellipsis";
import IconPause from "~icons/lucide/circle-pause";
import IconPlay from "~icons/lucide/play";
import IconReplay from "~icons/lucide/rotate-ccw";
import IconRotate from "~icons/lucide/refresh-cw";
import IconTest from "~icons/lucide/send";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Match, Show, Switch } from "solid-js";
import { EVERY_TYPE } from "#domain/webhooks/catalogue.ts";
import type { Webhook } from "#domain/webhooks/model.ts";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { StatusChip } from "#web/ui/chip.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { DeleteWebhook } from "./delete-webhook.tsx";
import { ReplayDialog } from "./replay-dialog.tsx";
import { RotateDialog } from "./rotate-dialog.tsx";
import { SecretDialog } from "./secret-dialog.tsx";
import { WebhookDialog } from "./webhook-dialog.tsx";
import { WebhookStanding } from "./webhook-standing.tsx";
import { nameOf } from "./words.ts";

type Asking = "edit" | "secret" | "rotate" | "replay" | "delete";

/** One webhook: where it sends, how that goes, and what can be done about it. */
export function WebhookRow(props: { webhook: Webhook }) {
  const t = useTexts();
  const f = useFormat();
  const toasts = useToasts();
  const say = useProblemText();
  const queries = useQueryClient();
  const [asking, setAsking] = createSignal<Asking>();
  const close = () => setAsking(undefined);
  const name = () => nameOf(props.webhook);
  /** Until when the former secret signs too, while it does. */
  const overlap = () => {
    const until = props.webhook.previousUntil;
    return until && Date.parse(until) > Date.now() ? until : null;
  };
  const active = () => props.webhook.state === "active";

  /** Does something at once, says so, and reads the list again. */
  const act = (work: Promise<unknown>, said: string) => {
    work
      .then(
        () => toasts.show({ text: said, tone: "ok" }),
        (error: unknown) => toasts.show({ text: say(error), tone: "bad" }),
      )
      .finally(() => void queries.invalidateQueries({ queryKey: ["webhooks"] }));
  };
  const target = () => ({ params: { id: props.webhook.id } });
  const at = () => ({ ...target(), body: { version: props.webhook.version } });
  const test = () => act(api("post /webhooks/{id}/test", target()), t().webhooks.said.tested);
  const turn = () =>
    active()
      ? act(api("post /webhooks/{id}/pause", at()), t().webhooks.said.paused(name()))
      : act(api("post /webhooks/{id}/resume", at()), t().webhooks.said.resumed(name()));

  const words = () => t().webhooks.actions;
  const items = () => [
    { label: words().edit, icon: IconEdit, onSelect: () => setAsking("edit") },
    ...(active()
      ? [
          { label: words().test, icon: IconTest, onSelect: test },
          { label: words().replay, icon: IconReplay, onSelect: () => setAsking("replay") },
        ]
      : []),
    { label: words().secret, icon: IconKey, onSelect: () => setAsking("secret") },
    { label: words().rotate, icon: IconRotate, onSelect: () => setAsking("rotate") },
    {
      label: active() ? words().pause : words().resume,
      icon: active() ? IconPause : IconPlay,
      onSelect: turn,
    },
    {
      label: words().delete,
      icon: IconDelete,
      danger: true,
      onSelect: () => setAsking("delete"),
    },
  ];
  return (
    <li class="flex items-start gap-3 px-4 py-3">
      <div class="min-w-0 flex-1">
        <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span class="min-w-0 truncate font-medium">{name()}</span>
          <StatusChip tone={active() ? "ok" : "neutral"} icon={active() ? IconActive : IconPause}>
            {t().webhooks.states[props.webhook.state]}
          </StatusChip>
        </p>
        <p class="truncate font-mono text-small text-ink-2" title={props.webhook.url}>
          {props.webhook.url}
        </p>
        <p class="text-small text-ink-3">
          {props.webhook.types.includes(EVERY_TYPE)
            ? t().webhooks.every
            : t().webhooks.some(props.webhook.types.length)}
          <Show when={overlap()}>
            {(until) => <> · {t().webhooks.previous(f().moment(until()))}</>}
          </Show>
        </p>
        <WebhookStanding webhook={props.webhook} />
      </div>
      <DropdownMenu
        placement="bottom-end"
        items={items()}
        trigger={(attributes) => (
          <IconButton {...attributes} icon={IconMore} label={words().of(name())} quiet />
        )}
      />
      <Switch>
        <Match when={asking() === "edit"}>
          <WebhookDialog webhook={props.webhook} onClose={close} />
        </Match>
        <Match when={asking() === "secret"}>
          <SecretDialog webhook={props.webhook} onClose={close} />
        </Match>
        <Match when={asking() === "rotate"}>
          <RotateDialog webhook={props.webhook} onClose={close} />
        </Match>
        <Match when={asking() === "replay"}>
          <ReplayDialog webhook={props.webhook} onClose={close} />
        </Match>
        <Match when={asking() === "delete"}>
          <DeleteWebhook webhook={props.webhook} onClose={close} />
        </Match>
      </Switch>
    </li>
  );
}
