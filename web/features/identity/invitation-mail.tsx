import { createSignal, Show } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { EntryForm } from "./entry-form.tsx";
import { useFieldRules } from "./field-rules.ts";
import { MailSent } from "./mail-sent.tsx";

/** Goes on with an invitation by mail: somebody new shows first to read the address that the account will have. */
export function InvitationMail(props: {
  token: string;
  email: string;
  onEmail: (email: string) => void;
  hint: string | undefined;
}) {
  const t = useTexts();
  const speech = useLocale();
  const [sentTo, setSentTo] = createSignal<string>();
  const words = () => t().registering;

  const submit = createSubmit(async () => {
    const email = props.email.trim();
    const body = { token: props.token, email, language: speech.language() };
    await api("post /auth/invitations/start", { body, quiet: true });
    setSentTo(email);
  });
  const rule = useFieldRules(submit.problem);

  return (
    <Show
      when={sentTo()}
      fallback={
        <EntryForm submit={submit} label={words().ask.submit}>
          <p class="text-ink-2">{words().invitation.mail}</p>
          <TextField
            label={t().identity.signIn.email}
            type="email"
            name="email"
            autocomplete="username"
            size="lg"
            required
            value={props.email}
            onInput={(email) => {
              props.onEmail(email);
              submit.clear();
            }}
            hint={props.hint}
            error={rule("email")}
          />
        </EntryForm>
      }
    >
      {(address) => (
        <>
          <p class="font-medium">{words().sent.lead(address())}</p>
          <MailSent email={address()} onAgain={() => setSentTo(undefined)} />
        </>
      )}
    </Show>
  );
}
