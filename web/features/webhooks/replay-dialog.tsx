import { useQueryClient } from "@tanstack/solid-query";
import { createSignal } from "solid-js";
import type { Webhook } from "#domain/webhooks/model.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Select } from "#web/ui/select.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { AskDialog } from "./ask-dialog.tsx";
import { nameOf } from "./words.ts";

const HOUR = 3_600_000;
const PERIODS = { hour: HOUR, day: 24 * HOUR, week: 168 * HOUR, month: 720 * HOUR } as const;
type Period = keyof typeof PERIODS;

/** Sends again what failed to reach a webhook, since some time ago. */
export function ReplayDialog(props: { webhook: Webhook; onClose: () => void }) {
  const t = useTexts();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().webhooks.replay;
  const [period, setPeriod] = createSignal<Period>("day");
  const submit = createSubmit(async () => {
    const since = new Date(Date.now() - PERIODS[period()]).toISOString();
    const { id } = props.webhook;
    const { replayed } = await api("post /webhooks/{id}/replay", {
      params: { id },
      body: { since },
    });
    toasts.show({ text: t().webhooks.said.replayed(replayed), tone: "ok" });
    await queries.invalidateQueries({ queryKey: ["webhooks"] });
  });
  return (
    <AskDialog
      title={words().title(nameOf(props.webhook))}
      lead={words().lead}
      confirm={words().confirm}
      submit={submit}
      onClose={props.onClose}
    >
      <Select
        label={words().since}
        options={(Object.keys(PERIODS) as Period[]).map((value) => ({
          value,
          label: words().periods[value],
        }))}
        value={period()}
        onChange={setPeriod}
      />
    </AskDialog>
  );
}
