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

const HOURS = ["0", "1", "24", "72", "168"] as const;

/** Gives a webhook a new secret, with so many hours during which the former one signs too. */
export function RotateDialog(props: { webhook: Webhook; onClose: () => void }) {
  const t = useTexts();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().webhooks.rotate;
  const [hours, setHours] = createSignal<(typeof HOURS)[number]>("24");
  const label = (count: number) => (count >= 24 ? words().days(count / 24) : words().hours(count));
  const submit = createSubmit(async () => {
    const { id, version } = props.webhook;
    const body = { version, overlapHours: Number(hours()) };
    await api("post /webhooks/{id}/secret/rotate", { params: { id }, body });
    toasts.show({ text: t().webhooks.said.rotated, tone: "ok" });
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
        label={words().overlap}
        options={HOURS.map((value) => ({ value, label: label(Number(value)) }))}
        value={hours()}
        onChange={setHours}
      />
    </AskDialog>
  );
}
