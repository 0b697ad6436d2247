import { A, Navigate, useNavigate, useSearchParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { FactorAsked } from "#domain/factors/model.ts";
import type { SignedIn } from "#domain/identity/model.ts";
import { OtherWay } from "#web/features/factors/other-way.tsx";
import { CodeStep } from "#web/features/factors/code-step.tsx";
import { api } from "#web/lib/api.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { PasswordField } from "#web/ui/password-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { EndingNotice } from "./ending-notice.tsx";
import { EntryForm } from "./entry-form.tsx";
import { EntryLayout } from "./entry-layout.tsx";
import { useFieldRules } from "./field-rules.ts";
import { FormProblem } from "./form-problem.tsx";
import { safeNext } from "./safe-next.ts";

/** Email and password, then the second factor of whoever has one. A wrong pair keeps the email and says one thing for both. */
export function SignIn() {
  const t = useTexts();
  const speech = useLocale();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ next?: string; email?: string }>();
  const [email, setEmail] = createSignal(search.email ?? "");
  const [password, setPassword] = createSignal("");
  const [asked, setAsked] = createSignal<FactorAsked["secondFactor"]>();
  const [ended, setEnded] = createSignal<unknown>();
  const next = () => safeNext(search.next);
  let passwordField: HTMLInputElement | undefined;

  const enter = async (grant: SignedIn) => {
    await speech.setLanguage(grant.person.language);
    session.enter(grant);
    navigate(next(), { replace: true });
  };
  const submit = createSubmit(async () => {
    setEnded(undefined);
    const body = { email: email(), password: password() };
    const grant = await api("post /auth/sign-in", { body, quiet: true });
    if ("secondFactor" in grant) return setAsked(grant.secondFactor);
    return enter(grant);
  });
  const back = (problem?: unknown) => {
    setAsked(undefined);
    setPassword("");
    setEnded(() => problem);
  };

  const rule = useFieldRules(submit.problem);
  const askAgain = () => {
    passwordField?.focus();
    passwordField?.select();
  };

  return (
    <Show when={session.status() !== "signed-in"} fallback={<Navigate href={next()} />}>
      <Show
        when={asked()}
        fallback={
          <EntryLayout
            title={t().identity.signIn.title}
            lead={t().identity.signIn.lead}
            foot={
              <p>
                {t().identity.signIn.newHere}{" "}
                <a href="/register" class="font-medium text-accent-ink hover:underline">
                  {t().identity.signIn.register}
                </a>
              </p>
            }
          >
            <EndingNotice />
            <FormProblem problem={ended()} />
            <EntryForm
              submit={submit}
              label={t().identity.signIn.submit}
              kbd="↵"
              email={email()}
              onRefused={askAgain}
            >
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
              <PasswordField
                label={t().identity.signIn.password}
                name="password"
                autocomplete="current-password"
                size="lg"
                required
                value={password()}
                onInput={setPassword}
                error={rule("password")}
                aside={
                  <A
                    href="/forgot"
                    state={{ email: email() }}
                    class="text-small text-accent-ink hover:underline"
                  >
                    {t().account.forgot.link}
                  </A>
                }
                ref={(element) => (passwordField = element)}
              />
            </EntryForm>
            <OtherWay onEnter={enter} />
          </EntryLayout>
        }
      >
        {(one) => <CodeStep asked={one()} onEnter={enter} onBack={back} />}
      </Show>
    </Show>
  );
}
