import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { Webhook } from "#domain/webhooks/model.ts";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Select } from "#web/ui/select.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { AskDialog } from "./ask-dialog.tsx";
import { SecretDialog } from "./secret-dialog.tsx";
import { nameOf } from "./words.ts";

const HOURS = ["0", "1", "24", "72", "168"] as const;

/** Gives a webhook a new secret, with so many hours during which the former one signs too, and then shows it. */
export function RotateDialog(props: { webhook: Webhook; onClose: () => void }) {
  const t = useTexts();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().webhooks.rotate;
  const f = useFormat();
  const [rotated, setRotated] = createSignal<Webhook>();
  const [shown, setShown] = createSignal(false);
  /** Until when a secret signs that another renewal would end. */
  const still = () => {
    const until = props.webhook.previousUntil;
    return until && Date.parse(until) > Date.now() ? until : undefined;
  };
  const [hours, setHours] = createSignal<(typeof HOURS)[number]>("24");
  const label = (count: number) => (count >= 24 ? words().days(count / 24) : words().hours(count));
  const submit = createSubmit(async () => {
    const { id, version } = props.webhook;
    const body = { version, overlapHours: Number(hours()) };
    setRotated(await api("post /webhooks/{id}/secret/rotate", { params: { id }, body }));
    toasts.show({ text: t().webhooks.said.rotated, tone: "ok" });
    await queries.invalidateQueries({ queryKey: ["webhooks"] });
  });
  return (
    <Show
      when={shown() && rotated()}
      fallback={
        <AskDialog
          title={words().title(nameOf(props.webhook))}
          lead={words().lead}
          confirm={words().confirm}
          submit={submit}
          onClose={props.onClose}
          onDone={() => setShown(true)}
        >
          <Show when={still()}>
            {(until) => <p class="text-warn">{words().still(f().moment(until()))}</p>}
          </Show>
          <Select
            label={words().overlap}
            options={HOURS.map((value) => ({ value, label: label(Number(value)) }))}
            value={hours()}
            onChange={setHours}
          />
        </AskDialog>
      }
    >
      {(webhook) => <SecretDialog webhook={webhook()} onClose={props.onClose} />}
    </Show>
  );
}
