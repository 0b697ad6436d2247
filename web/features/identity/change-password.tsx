import { A } from "@solidjs/router";
import { createSignal } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { focusInvalid } from "#web/ui/focus-invalid.ts";
import { PasswordField } from "#web/ui/password-field.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useFieldRules } from "./field-rules.ts";
import { FormProblem } from "./form-problem.tsx";
import { NewPassword } from "./new-password.tsx";
import { isWrongPassword } from "./wrong-password.ts";

/** Words that make a password easy to guess for whoever knows the person. */
const ownWords = () => {
  const me = session.me();
  return me ? [me.person.name, me.person.email, me.organization.name] : [];
};

/** Another password; this device stays signed in, the others do not. */
export function ChangePassword() {
  const t = useTexts();
  const toasts = useToasts();
  const words = () => t().account.security;
  const [current, setCurrent] = createSignal("");
  const [password, setPassword] = createSignal("");

  const submit = createSubmit(async () => {
    const body = { current: current(), password: password() };
    await api("post /auth/password", { body, quiet: true });
    setCurrent("");
    setPassword("");
    toasts.show({ text: words().changed, tone: "ok" });
  });
  const rule = useFieldRules(submit.problem);
  const wrong = () => isWrongPassword(submit.problem());
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    if (!(await submit.run())) focusInvalid(form);
  };

  return (
    <form novalidate class="flex max-w-100 flex-col gap-5" onSubmit={(event) => void send(event)}>
      {/* Tells a password manager whose password this is. */}
      <input
        type="text"
        hidden
        readonly
        autocomplete="username"
        value={session.me()?.person.email ?? ""}
      />
      <PasswordField
        label={words().currentPassword}
        name="current-password"
        autocomplete="current-password"
        required
        value={current()}
        onInput={(value) => {
          setCurrent(value);
          submit.clear();
        }}
        aside={
          <A href="/forgot" class="text-small text-accent-ink hover:underline">
            {t().account.forgot.link}
          </A>
        }
        error={wrong() ? t().errors["auth.password_wrong"] : rule("current")}
      />
      <NewPassword
        label={words().newPassword}
        size="md"
        value={password()}
        onInput={(value) => {
          setPassword(value);
          submit.clear();
        }}
        context={ownWords()}
        error={rule("password") && t().identity.password.advice.length}
      />
      <FormProblem problem={wrong() ? undefined : submit.problem()} />
      <div>
        <Button
          type="submit"
          kind="primary"
          loading={submit.pending()}
          disabled={current() === "" || password() === ""}
        >
          {words().change}
        </Button>
      </div>
    </form>
  );
}
