import { useQueryClient } from "@tanstack/solid-query";
import type { Webhook } from "#domain/webhooks/model.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import { AskDialog } from "./ask-dialog.tsx";
import { nameOf } from "./words.ts";

/** Asks before a webhook goes with its secret. */
export function DeleteWebhook(props: { webhook: Webhook; onClose: () => void }) {
  const t = useTexts();
  const toasts = useToasts();
  const queries = useQueryClient();
  const name = () => nameOf(props.webhook);
  const submit = createSubmit(async () => {
    await api("delete /webhooks/{id}", { params: { id: props.webhook.id } });
    toasts.show({ text: t().webhooks.said.deleted(name()), tone: "ok" });
    await queries.invalidateQueries({ queryKey: ["webhooks"] });
  });
  return (
    <AskDialog
      title={t().webhooks.remove.title(name())}
      lead={t().webhooks.remove.body}
      confirm={t().webhooks.remove.confirm}
      danger
      submit={submit}
      onClose={props.onClose}
    />
  );
}
