import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { RetentionPolicy } from "#domain/audit/model.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Select } from "#web/ui/select.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { retentionQuery } from "./queries.ts";

const PERIODS = [90, 180, 365, 730, 1096, 1826, 2557, 3653];
const FORM = "retention";

/** Whether this person sets how long the logs are kept. Reactive. */
function may(): boolean {
  return session.can("audit.manage");
}

/** How long the logs are kept; who may changes it here. */
export function RetentionDialog(props: { onClose: () => void }) {
  const t = useTexts();
  const policy = useQuery(retentionQuery);
  const [saving, setSaving] = createSignal(false);
  return (
    <Dialog
      open
      width="sm"
      onOpenChange={(open) => !open && props.onClose()}
      title={t().audit.retention.title}
      description={t().audit.retention.lead}
      actions={
        <Show when={may()} fallback={<Button onClick={props.onClose}>{t().ui.close}</Button>}>
          <Button onClick={props.onClose}>{t().ui.cancel}</Button>
          <Button kind="primary" type="submit" form={FORM} loading={saving()}>
            {t().audit.retention.save}
          </Button>
        </Show>
      }
    >
      <QueryView query={policy}>
        {(data) => <RetentionForm policy={data()} onSaving={setSaving} onSaved={props.onClose} />}
      </QueryView>
    </Dialog>
  );
}

function RetentionForm(props: {
  policy: RetentionPolicy;
  onSaving: (saving: boolean) => void;
  onSaved: () => void;
}) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const [audit, setAudit] = createSignal<number>();
  const [access, setAccess] = createSignal<number>();
  const auditDays = () => audit() ?? props.policy.auditDays;
  const accessDays = () => access() ?? props.policy.accessDays;
  const shorter = () =>
    auditDays() < props.policy.auditDays || accessDays() < props.policy.accessDays;
  const options = (now: number) =>
    [...new Set([...PERIODS, now])]
      .toSorted((a, b) => a - b)
      .map((days) => ({ value: String(days), label: t().audit.retention.period(days) }));
  const save = createSubmit(async () => {
    const { version } = props.policy;
    const body = { version, auditDays: auditDays(), accessDays: accessDays() };
    queries.setQueryData(retentionQuery().queryKey, await api("patch /audit/retention", { body }));
  });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    props.onSaving(true);
    const done = await save.run();
    props.onSaving(false);
    if (!done) return;
    toasts.show({ text: t().audit.retention.saved, tone: "ok" });
    props.onSaved();
  };
  return (
    <form id={FORM} novalidate class="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
      <Select
        label={t().audit.retention.audit}
        options={options(props.policy.auditDays)}
        value={String(auditDays())}
        disabled={!may()}
        onChange={(days) => setAudit(Number(days))}
      />
      <Select
        label={t().audit.retention.access}
        options={options(props.policy.accessDays)}
        value={String(accessDays())}
        disabled={!may()}
        onChange={(days) => setAccess(Number(days))}
      />
      <p role="status" class="text-small text-warn">
        {shorter() ? t().audit.retention.shorter : ""}
      </p>
      <Show when={save.problem()}>
        {(problem) => (
          <p role="alert" class="text-bad">
            {say(problem())}
          </p>
        )}
      </Show>
    </form>
  );
}
