import { useNavigate, useSearchParams } from "@solidjs/router";
import { createSignal, untrack } from "solid-js";
import { createStore } from "solid-js/store";
import { api } from "#web/lib/api.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { AccountFields, type Account } from "./account-fields.tsx";
import { EntryForm } from "./entry-form.tsx";
import { EntryLayout } from "./entry-layout.tsx";
import { useFieldRules } from "./field-rules.ts";

/** An organization with a database of its own, and its first owner. */
export function Register() {
  const t = useTexts();
  const speech = useLocale();
  const navigate = useNavigate();
  const [organization, setOrganization] = createSignal("");
  const [search] = useSearchParams<{ email?: string }>();
  const email = untrack(() => search.email ?? "");
  const [account, setAccount] = createStore<Account>({ name: "", email, password: "" });

  const submit = createSubmit(async () => {
    const grant = await api("post /auth/register", {
      body: { organization: organization(), ...account, language: speech.language() },
      quiet: true,
    });
    session.enter(grant);
    navigate("/", { replace: true });
  });
  const rule = useFieldRules(submit.problem);

  return (
    <EntryLayout
      title={t().identity.register.title}
      lead={t().identity.register.lead}
      foot={
        <p>
          {t().identity.register.known}{" "}
          <a href="/sign-in" class="font-medium text-accent-ink hover:underline">
            {t().identity.register.signIn}
          </a>
        </p>
      }
    >
      <EntryForm submit={submit} label={t().identity.register.submit}>
        <TextField
          label={t().identity.register.organization}
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
          emailLabel={t().identity.register.email}
          organization={organization()}
        />
      </EntryForm>
    </EntryLayout>
  );
}
