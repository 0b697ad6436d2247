import IconMail from "~icons/lucide/mail-check";
import { createEffect, createSignal, Show } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { focusInvalid } from "#web/ui/focus-invalid.ts";
import { Icon } from "#web/ui/icon.tsx";
import { PasswordField } from "#web/ui/password-field.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useFreshPerson } from "./fresh-person.ts";
import { useFieldRules } from "./field-rules.ts";
import { focusNew } from "./focus-new.ts";
import { FormProblem } from "./form-problem.tsx";
import { isWrongPassword } from "./wrong-password.ts";

const same = (one: string, other: string) => one.trim().toLowerCase() === other.toLowerCase();

const person = () => session.me()?.person;

/** The address that the account has, and a way to another: it waits for its mail to be opened. */
export function ChangeEmail() {
  const t = useTexts();
  const words = () => t().account.security;
  const [email, setEmail] = createSignal("");
  const [password, setPassword] = createSignal("");
  const [asked, setAsked] = createSignal<string>();

  const submit = createSubmit(async () => {
    const body = { email: email().trim(), password: password() };
    await api("post /auth/email", { body, quiet: true });
    setAsked(body.email);
    setEmail("");
    setPassword("");
  });
  // Its mail was opened, here or elsewhere: nothing waits any more.
  useFreshPerson(() => asked() !== undefined);
  createEffect(() => {
    if (same(asked() ?? "", person()?.email ?? "")) setAsked(undefined);
  });
  const another = () => {
    setEmail(asked() ?? "");
    setAsked(undefined);
  };
  const rule = useFieldRules(submit.problem);
  const wrong = () => isWrongPassword(submit.problem());
  const isSame = () => same(email(), person()?.email ?? "");
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    if (!(await submit.run())) focusInvalid(form);
  };

  return (
    <div class="flex max-w-100 flex-col gap-5">
      <div class="flex min-w-0 flex-col gap-1">
        <span class="font-medium">{words().current}</span>
        <span class="flex flex-wrap items-center gap-2">
          <span class="min-w-0 break-words">{person()?.email}</span>
          <Chip tone={person()?.emailVerified ? "ok" : "warn"}>
            {person()?.emailVerified ? words().verified : words().unverified}
          </Chip>
        </span>
      </div>
      <Show
        when={asked()}
        fallback={
          <form novalidate class="flex flex-col gap-5" onSubmit={(event) => void send(event)}>
            <TextField
              label={words().newEmail}
              type="email"
              name="new-email"
              autocomplete="email"
              required
              value={email()}
              onInput={(value) => {
                setEmail(value);
                submit.clear();
              }}
              error={isSame() ? words().sameEmail : rule("email")}
            />
            <PasswordField
              label={words().yourPassword}
              name="password"
              autocomplete="current-password"
              required
              value={password()}
              onInput={(value) => {
                setPassword(value);
                submit.clear();
              }}
              error={wrong() ? t().errors["auth.password_wrong"] : rule("password")}
            />
            <FormProblem problem={wrong() ? undefined : submit.problem()} />
            <div>
              <Button
                type="submit"
                loading={submit.pending()}
                disabled={email().trim() === "" || password() === "" || isSame()}
              >
                {words().askEmail}
              </Button>
            </div>
          </form>
        }
      >
        {(address) => (
          <div role="status" class="flex flex-col items-start gap-2 rounded-3 bg-sunken px-4 py-3">
            <p class="flex items-start gap-2 font-medium">
              <Icon of={IconMail} class="mt-0.5 text-ink-3" />
              <span class="min-w-0 break-words">{words().asked(address())}</span>
            </p>
            <p class="text-ink-2">{words().askedLead}</p>
            <TextButton ref={focusNew} onClick={another}>
              {words().another}
            </TextButton>
          </div>
        )}
      </Show>
    </div>
  );
}
