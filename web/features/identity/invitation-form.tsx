import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { PasswordField } from "#web/ui/password-field.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useFieldRules } from "./field-rules.ts";
import { FormProblem } from "./form-problem.tsx";
import { NewPassword } from "./new-password.tsx";

/** Accepts an invitation with a new account or the one that the person has. */
export function InvitationForm(props: {
  token: string;
  email: string | undefined;
  organization: string;
}) {
  const t = useTexts();
  const speech = useLocale();
  const navigate = useNavigate();
  const [account, setAccount] = createSignal<"new" | "existing">("new");
  const [name, setName] = createSignal("");
  const [typed, setEmail] = createSignal<string>();
  const [password, setPassword] = createSignal("");
  const email = () => typed() ?? props.email ?? "";

  const submit = createSubmit(async () => {
    const own = { token: props.token, email: email(), password: password() };
    const grant = await api("post /auth/invitations/accept", {
      body:
        account() === "new"
          ? { account: "new", ...own, name: name(), language: speech.language() }
          : { account: "existing", ...own },
      quiet: true,
    });
    session.enter(grant);
    navigate("/", { replace: true });
  });
  const rule = useFieldRules(submit.problem);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void submit.run();
  };
  return (
    <form class="flex flex-col gap-5" onSubmit={send}>
      <SegmentedControl
        label={t().identity.invitation.who}
        options={[
          { value: "new", label: t().identity.invitation.newPerson },
          { value: "existing", label: t().identity.invitation.existing },
        ]}
        value={account()}
        onChange={setAccount}
        class="self-start"
      />
      <Show when={account() === "new"}>
        <TextField
          label={t().identity.register.name}
          name="name"
          autocomplete="name"
          size="lg"
          required
          maxlength={80}
          value={name()}
          onInput={setName}
          error={rule("name")}
        />
      </Show>
      <TextField
        label={t().identity.signIn.email}
        type="email"
        name="email"
        autocomplete="username"
        size="lg"
        required
        value={email()}
        onInput={setEmail}
        hint={props.email && t().identity.invitation.only(props.email)}
        error={rule("email")}
      />
      <Show
        when={account() === "new"}
        fallback={
          <PasswordField
            label={t().identity.signIn.password}
            name="password"
            autocomplete="current-password"
            size="lg"
            required
            value={password()}
            onInput={(text) => {
              setPassword(text);
              submit.clear();
            }}
          />
        }
      >
        <NewPassword
          value={password()}
          onInput={(text) => {
            setPassword(text);
            submit.clear();
          }}
          context={[name(), email(), props.organization]}
          error={rule("password") && t().identity.password.advice.length}
        />
      </Show>
      <FormProblem problem={submit.problem()} />
      <Button type="submit" kind="primary" size="lg" loading={submit.pending()}>
        {t().identity.invitation.join}
      </Button>
    </form>
  );
}
