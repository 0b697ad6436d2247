import { useLocation, useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { EntryForm } from "./entry-form.tsx";
import { EntryLayout } from "./entry-layout.tsx";
import { useFieldRules } from "./field-rules.ts";
import { focusNew } from "./focus-new.ts";
import { OutboxNote } from "./mail-sent.tsx";

/** Asks for a link to choose a new password. The page says the same whether the address has an account or not. */
export function ForgotPassword() {
  const t = useTexts();
  const navigate = useNavigate();
  const location = useLocation<{ email?: string }>();
  const [email, setEmail] = createSignal(location.state?.email ?? session.me()?.person.email ?? "");
  const [sentTo, setSentTo] = createSignal<string>();
  const words = () => t().account.forgot;

  const submit = createSubmit(async () => {
    const address = email().trim();
    await api("post /auth/password/forgot", { body: { email: address }, quiet: true });
    setSentTo(address);
  });
  const rule = useFieldRules(submit.problem);

  return (
    <EntryLayout
      title={sentTo() ? words().sentTitle : words().title}
      lead={sentTo() ? words().sentLead(sentTo() ?? "") : words().lead}
      foot={
        <Show when={!sentTo()}>
          <a href="/sign-in" class="font-medium text-accent-ink hover:underline">
            {words().back}
          </a>
        </Show>
      }
    >
      <Show
        when={sentTo()}
        fallback={
          <EntryForm submit={submit} label={words().submit}>
            <TextField
              label={t().identity.signIn.email}
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
        <div role="status" class="flex flex-col items-start gap-5">
          <p class="text-ink-2">{words().sentHint}</p>
          <OutboxNote email={sentTo() ?? ""} />
          <Button
            ref={focusNew}
            kind="primary"
            size="lg"
            class="w-full"
            onClick={() => navigate("/sign-in")}
          >
            {words().back}
          </Button>
          <TextButton onClick={() => setSentTo(undefined)}>{words().otherEmail}</TextButton>
        </div>
      </Show>
    </EntryLayout>
  );
}
