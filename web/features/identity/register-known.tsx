import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { EntryForm } from "./entry-form.tsx";
import { EntryLayout } from "./entry-layout.tsx";
import { useFieldRules } from "./field-rules.ts";
import { focusNew } from "./focus-new.ts";

/** Whoever asked to register with an address that has an account: signs in, chooses a new password, or adds an organization. */
export function RegisterKnown(props: { token: string; email: string }) {
  const t = useTexts();
  const navigate = useNavigate();
  const [adding, setAdding] = createSignal(false);
  const [organization, setOrganization] = createSignal("");
  const [made, setMade] = createSignal<string>();
  const words = () => t().registering.known;

  const submit = createSubmit(async () => {
    const body = { token: props.token, organization: organization() };
    const answer = await api("post /auth/register/organization", { body, quiet: true });
    setMade(answer.organization.name);
  });
  const rule = useFieldRules(submit.problem);
  const head = () => {
    const name = made();
    if (name) return { title: words().addedTitle(name), lead: words().addedLead };
    if (adding()) return { title: words().add, lead: words().addLead };
    return { title: words().title, lead: words().lead(props.email) };
  };
  const signIn = () => navigate(`/sign-in?email=${encodeURIComponent(props.email)}`);
  const forgot = () => navigate("/forgot", { state: { email: props.email } });

  return (
    <EntryLayout title={head().title} lead={<span role="status">{head().lead}</span>}>
      <Show
        when={adding() && !made()}
        fallback={
          <div class="flex flex-col gap-3">
            <Button ref={focusNew} kind="primary" size="lg" onClick={signIn}>
              {t().identity.signIn.submit}
            </Button>
            <Show when={!made()}>
              <Button size="lg" onClick={() => setAdding(true)}>
                {words().add}
              </Button>
              <TextButton class="self-start" onClick={forgot}>
                {t().account.forgot.link}
              </TextButton>
            </Show>
          </div>
        }
      >
        <EntryForm submit={submit} label={t().registering.another.submit}>
          <TextField
            label={t().registering.form.organization}
            name="organization"
            autocomplete="organization"
            size="lg"
            required
            maxlength={80}
            value={organization()}
            onInput={setOrganization}
            error={rule("organization")}
            ref={focusNew}
          />
          <TextButton class="self-start" onClick={() => setAdding(false)}>
            {t().ui.cancel}
          </TextButton>
        </EntryForm>
      </Show>
    </EntryLayout>
  );
}
