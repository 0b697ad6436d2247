import { useNavigate } from "@solidjs/router";
import { createSignal } from "solid-js";
import { api, forgetBookmark } from "#web/lib/api.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { useFieldRules } from "#web/features/identity/field-rules.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/** A further organization of who is signed in: its name is all that it takes, and the page goes on there. */
export function NewOrganization(props: { onClose: () => void }) {
  const t = useTexts();
  const toasts = useToasts();
  const navigate = useNavigate();
  const [name, setName] = createSignal("");
  const words = () => t().registering.another;

  const create = createSubmit(async () => {
    const grant = await api("post /auth/organizations", { body: { name: name() }, quiet: true });
    forgetBookmark();
    session.enter(grant);
    navigate("/");
    toasts.show({ text: words().done(grant.organization.name) });
  });
  const rule = useFieldRules(create.problem);
  const send = async () => {
    if (await create.run()) props.onClose();
  };
  return (
    <FormDialog
      width="sm"
      title={words().title}
      submit={words().submit}
      pending={create.pending()}
      onClose={() => props.onClose()}
      onSubmit={() => void send()}
    >
      <p class="text-ink-2">{words().lead}</p>
      <TextField
        label={t().registering.form.organization}
        name="organization"
        autocomplete="off"
        required
        maxlength={80}
        value={name()}
        onInput={(value) => {
          setName(value);
          create.clear();
        }}
        error={rule("name") && t().identity.rules.asked.organization}
      />
      <FormProblem problem={create.problem()} />
    </FormDialog>
  );
}
