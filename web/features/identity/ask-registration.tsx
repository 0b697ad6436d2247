import { useSearchParams } from "@solidjs/router";
import { createSignal, Show, untrack } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { EntryForm } from "./entry-form.tsx";
import { EntryLayout } from "./entry-layout.tsx";
import { useFieldRules } from "./field-rules.ts";
import { MailSent } from "./mail-sent.tsx";
import { SignInFoot } from "./sign-in-foot.tsx";

/** Asks for the link that starts an organization. The page says the same whether the address has an account or not. */
export function AskRegistration() {
  const t = useTexts();
  const speech = useLocale();
  const [search] = useSearchParams<{ email?: string }>();
  const [email, setEmail] = createSignal(untrack(() => search.email ?? ""));
  const [sentTo, setSentTo] = createSignal<string>();
  const words = () => t().registering;

  const submit = createSubmit(async () => {
    const address = email().trim();
    const body = { email: address, language: speech.language() };
    await api("post /auth/register/start", { body, quiet: true });
    setSentTo(address);
  });
  const rule = useFieldRules(submit.problem);

  return (
    <EntryLayout
      title={sentTo() ? words().sent.title : words().ask.title}
      lead={sentTo() ? words().sent.lead(sentTo() ?? "") : words().ask.lead}
      foot={<SignInFoot />}
    >
      <Show
        when={sentTo()}
        fallback={
          <EntryForm submit={submit} label={words().ask.submit}>
            <TextField
              label={t().registering.form.email}
              type="email"
              name="email"
              autocomplete="username"
              size="lg"
              required
              autofocus
              value={email()}
              onInput={setEmail}
              error={rule("email")}
            />
          </EntryForm>
        }
      >
        {(address) => <MailSent email={address()} onAgain={() => setSentTo(undefined)} />}
      </Show>
    </EntryLayout>
  );
}
