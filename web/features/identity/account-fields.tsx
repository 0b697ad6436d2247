import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import type { createSubmit } from "#web/lib/submit.ts";
import { PasswordField } from "#web/ui/password-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useFieldRules } from "./field-rules.ts";
import { NewPassword } from "./new-password.tsx";

/** What somebody types of an account. */
export interface Account {
  name: string;
  email: string;
  password: string;
}

/** Name, email and a new password; of an account that exists already, its email and password. */
export function AccountFields(props: {
  account: Account;
  onChange: (part: Partial<Account>) => void;
  submit: ReturnType<typeof createSubmit<[]>>;
  existing?: boolean;
  /** The address is shown as it stands: a mailed link has proven it. Password managers still find it. */
  proven?: boolean;
  emailLabel: string;
  emailHint?: string | undefined;
  /** Its name makes a password easy to guess. */
  organization: string;
}) {
  const t = useTexts();
  const rule = useFieldRules(() => props.submit.problem());
  const changePassword = (password: string) => {
    props.onChange({ password });
    props.submit.clear();
  };
  return (
    <>
      <Show when={!props.existing}>
        <TextField
          label={t().registering.form.name}
          name="name"
          autocomplete="name"
          size="lg"
          required
          maxlength={80}
          value={props.account.name}
          onInput={(name) => props.onChange({ name })}
          error={rule("name")}
        />
      </Show>
      <TextField
        label={props.emailLabel}
        type="email"
        name="email"
        autocomplete="username"
        size="lg"
        required={!props.proven}
        readonly={props.proven}
        value={props.account.email}
        onInput={(email) => props.onChange({ email })}
        hint={props.emailHint}
        error={rule("email")}
      />
      <Show
        when={props.existing}
        fallback={
          <NewPassword
            value={props.account.password}
            onInput={changePassword}
            context={[props.account.name, props.account.email, props.organization]}
            error={rule("password") && t().identity.password.advice.length}
          />
        }
      >
        <PasswordField
          label={t().identity.signIn.password}
          name="password"
          autocomplete="current-password"
          size="lg"
          required
          value={props.account.password}
          onInput={changePassword}
          error={rule("password")}
          aside={
            <A
              href="/forgot"
              state={{ email: props.account.email }}
              class="text-small text-accent-ink hover:underline"
            >
              {t().account.forgot.link}
            </A>
          }
        />
      </Show>
    </>
  );
}
