import { createSignal } from "solid-js";
import { DELETION_DAYS, namesOrganization } from "#domain/organization/deletion-rules.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

const DAY = 86_400_000;

const name = () => session.me()?.organization.name ?? "";

/** Asks before the organization is to be deleted: its name has to be typed, as nothing brings it back afterwards. */
export function AskDeletion(props: { onClose: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const toasts = useToasts();
  const words = () => t().deletion;
  const [typed, setTyped] = createSignal("");
  const [reason, setReason] = createSignal("");
  const [tried, setTried] = createSignal(false);
  const fits = () => namesOrganization(typed(), name());
  const due = new Date(Date.now() + DELETION_DAYS * DAY).toISOString();

  const submit = createSubmit(async () => {
    const why = reason().trim();
    const body = { name: typed(), ...(why ? { reason: why } : {}) };
    const asked = await api("post /organization/deletion", { body });
    toasts.show({ text: words().asked(f().day(asked.dueAt.slice(0, 10))), tone: "warn" });
    props.onClose();
    session.update(await api("get /auth/me"));
  });
  return (
    <FormDialog
      width="sm"
      title={words().dialog(name())}
      description={words().effect(f().day(due.slice(0, 10)))}
      submit={words().confirm}
      kind="danger"
      pending={submit.pending()}
      onClose={() => props.onClose()}
      onSubmit={() => {
        setTried(true);
        if (fits()) void submit.run();
      }}
    >
      <TextField
        label={words().name}
        hint={words().nameHint(name())}
        name="name"
        autocomplete="off"
        required
        value={typed()}
        onInput={setTyped}
        error={tried() && !fits() ? words().nameWrong : undefined}
      />
      <TextArea
        label={words().reason}
        hint={words().reasonHint}
        name="reason"
        maxlength={1000}
        value={reason()}
        onInput={setReason}
      />
      <FormProblem problem={submit.problem()} />
    </FormDialog>
  );
}
