import { useNavigate } from "@solidjs/router";
import { createSignal } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { EntryLayout } from "./entry-layout.tsx";
import { useFieldRules } from "./field-rules.ts";
import { FormProblem } from "./form-problem.tsx";
import { NewPassword } from "./new-password.tsx";

/** An organization with a database of its own, and its first owner. */
export function Register() {
  const t = useTexts();
  const speech = useLocale();
  const navigate = useNavigate();
  const [organization, setOrganization] = createSignal("");
  const [name, setName] = createSignal("");
  const [email, setEmail] = createSignal("");
  const [password, setPassword] = createSignal("");

  const submit = createSubmit(async () => {
    const grant = await api("post /auth/register", {
      body: {
        organization: organization(),
        name: name(),
        email: email(),
        password: password(),
        language: speech.language(),
      },
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

  document.title = `${t().identity.register.title} – Aetheria`;
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
      <form class="flex flex-col gap-5" onSubmit={send}>
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
        <TextField
          label={t().identity.register.email}
          type="email"
          name="email"
          autocomplete="username"
          size="lg"
          required
          value={email()}
          onInput={setEmail}
          error={rule("email")}
        />
        <NewPassword
          value={password()}
          onInput={(text) => {
            setPassword(text);
            submit.clear();
          }}
          context={[name(), email(), organization()]}
          error={rule("password") && t().identity.password.advice.length}
        />
        <FormProblem problem={submit.problem()} />
        <Button type="submit" kind="primary" size="lg" loading={submit.pending()}>
          {t().identity.register.submit}
        </Button>
      </form>
    </EntryLayout>
  );
}
