import { useNavigate } from "@solidjs/router";
import { createSignal, untrack } from "solid-js";
import { createStore } from "solid-js/store";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { api } from "#web/lib/api.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { AccountFields, type Account } from "./account-fields.tsx";
import { EntryForm } from "./entry-form.tsx";
import { EntryLayout } from "./entry-layout.tsx";
import { useFieldRules } from "./field-rules.ts";
import { SignInFoot } from "./sign-in-foot.tsx";

/** An organization with a database of its own, and its first owner, whose address the mailed link has proven. */
export function RegisterForm(props: {
  token: string;
  email: string;
  /** The link was used or ran out while the form was open. */
  onOver: () => void;
}) {
  const t = useTexts();
  const speech = useLocale();
  const navigate = useNavigate();
  const [organization, setOrganization] = createSignal("");
  const email = untrack(() => props.email);
  const [account, setAccount] = createStore<Account>({ name: "", email, password: "" });

  const submit = createSubmit(async () => {
    const { name, password } = account;
    const typed = { organization: organization(), name, password, language: speech.language() };
    try {
      const body = { token: props.token, ...typed };
      session.enter(await api("post /auth/register", { body, quiet: true }));
      navigate("/", { replace: true });
    } catch (error) {
      if (error instanceof ApiProblem && error.code === "auth.link_invalid") props.onOver();
      throw error;
    }
  });
  const rule = useFieldRules(submit.problem);

  return (
    <EntryLayout
      title={t().registering.ask.title}
      lead={t().registering.form.lead}
      foot={<SignInFoot />}
    >
      <EntryForm submit={submit} label={t().registering.form.submit}>
        <TextField
          label={t().registering.form.organization}
          name="organization"
          autocomplete="organization"
          size="lg"
          required
          autofocus
          maxlength={80}
          value={organization()}
          onInput={setOrganization}
          error={rule("organization")}
        />
        <AccountFields
          account={account}
          onChange={setAccount}
          submit={submit}
          proven
          emailLabel={t().identity.signIn.email}
          emailHint={t().registering.proven}
          organization={organization()}
        />
      </EntryForm>
    </EntryLayout>
  );
}
